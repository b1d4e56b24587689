import { MultiSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useDeferredValue, useState } from 'react'
import { type Person, peopleQuery } from '@/lib/client/members'

type Props = {
  orgId: string
  label: string
  placeholder: string
  nothing: string
  value: readonly Person[]
  error?: string
  onChange: (people: Person[]) => void
}

const labelOf = ({ name, email }: Person) => `${name} (${email})`

/** Chooses people whom the organization knows, found by name or address while one types. */
export function PeoplePicker({ orgId, label, placeholder, nothing, value, error, onChange }: Props) {
  const [search, setSearch] = useState('')
  const words = useDeferredValue(search.trim())
  const found = useQuery(peopleQuery(orgId, words))
  const all = new Map([...value, ...(found.data?.value ?? [])].map((person) => [person.id, person]))
  return (
    <MultiSelect
      label={label}
      placeholder={value.length === 0 ? placeholder : undefined}
      searchable
      hidePickedOptions
      error={error}
      nothingFoundMessage={nothing}
      maxDropdownHeight={240}
      data={[...all.values()].map((person) => ({ value: person.id, label: labelOf(person) }))}
      // The server found them; what was chosen before is in the list for its name only.
      filter={({ options }) => options}
      value={value.map(({ id }) => id)}
      searchValue={search}
      onSearchChange={setSearch}
      onChange={(ids) => onChange(ids.flatMap((id) => all.get(id) ?? []))}
    />
  )
}
