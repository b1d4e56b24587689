import { ActionIcon } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { PeoplePicker } from '@/components/people/people-picker'
import type { FieldErrors } from '@/lib/client/field-errors'
import type { Person } from '@/lib/client/members'
import { useOrganizationMessages } from '@/lib/client/messages/areas/organizations'
import css from './organizations.module.css'

type Props = {
  orgId: string
  /** Where the row is in the settings: `restrictions.0`. */
  place: string
  errors: FieldErrors
  /** Whom the people are to the row. */
  label: string
  users: Person[]
  onUsers: (users: Person[]) => void
  removeLabel: string
  onRemove: () => void
  /** The row has two fields of its own. */
  two?: boolean
  children: ReactNode
}

/** A row of the settings that people belong to, below its own fields. */
export function PeopleRow(props: Props) {
  const { orgId, place, errors, label, users, onUsers, removeLabel, onRemove, two, children } = props
  const m = useOrganizationMessages()
  return (
    <div className={css.item}>
      <div className={css.itemHead} data-two={two}>
        {children}
      </div>
      <ActionIcon className={css.itemRemove} aria-label={removeLabel} title={removeLabel} onClick={onRemove}>
        <IconTrash size={17} stroke={1.8} />
      </ActionIcon>
      <div className={css.itemPeople}>
        <PeoplePicker
          orgId={orgId}
          label={label}
          placeholder={m.findPeople}
          nothing={m.noPeople}
          error={Object.entries(errors).find(([target]) => target.startsWith(`${place}.userIds`))?.[1]}
          value={users}
          onChange={onUsers}
        />
      </div>
    </div>
  )
}
