import { Button, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { FieldErrors } from '@/lib/client/field-errors'
import { useOrganizationMessages } from '@/lib/client/messages/areas/organizations'
import css from './organizations.module.css'
import { PeopleRow } from './people-row'
import { newKey, type SettingsValues } from './settings-form'

type Props = {
  orgId: string
  companies: SettingsValues['companies']
  errors: FieldErrors
  onChange: (companies: SettingsValues['companies']) => void
}

/** Companies that orders are placed for, each with those who place them. */
export function CompanyFields({ orgId, companies, errors, onChange }: Props) {
  const m = useOrganizationMessages()
  const set = (index: number, change: Partial<SettingsValues['companies'][number]>) =>
    onChange(companies.map((each, i) => (i === index ? { ...each, ...change } : each)))
  return (
    <div>
      {companies.map(({ key, id, name, users }, i) => (
        <PeopleRow
          key={key}
          orgId={orgId}
          place={`legalEntities.${i}`}
          errors={errors}
          label={m.buyers}
          users={users}
          onUsers={(people) => set(i, { users: people })}
          removeLabel={m.removeCompany({ name: name || id })}
          onRemove={() => onChange(companies.filter((_, other) => other !== i))}
          two
        >
          <TextInput
            label={m.code}
            aria-label={m.codeName({ number: i + 1 })}
            maxLength={100}
            autoFocus={key.startsWith('new-') && id === '' && name === ''}
            error={errors[`legalEntities.${i}.id`]}
            value={id}
            onChange={(event) => set(i, { id: event.currentTarget.value })}
          />
          <TextInput
            label={m.name}
            aria-label={m.companyName({ number: i + 1 })}
            maxLength={200}
            error={errors[`legalEntities.${i}.name`]}
            value={name}
            onChange={(event) => set(i, { name: event.currentTarget.value })}
          />
        </PeopleRow>
      ))}
      <Button
        className={css.add}
        variant="default"
        leftSection={<IconPlus size={16} />}
        onClick={() => onChange([...companies, { key: newKey(), id: '', name: '', users: [] }])}
      >
        {m.addCompany}
      </Button>
    </div>
  )
}
