import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { PeoplePicker } from '@/components/people/people-picker'
import type { FieldErrors } from '@/lib/client/field-errors'
import { useOrganizationMessages } from '@/lib/client/messages/areas/organizations'
import { peopleError } from './label-fields'
import css from './organizations.module.css'
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
        <div key={key} className={css.item}>
          <div className={css.itemHead} data-two>
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
          </div>
          <ActionIcon
            className={css.itemRemove}
            aria-label={m.removeCompany({ name: name || id })}
            title={m.removeCompany({ name: name || id })}
            onClick={() => onChange(companies.filter((_, other) => other !== i))}
          >
            <IconTrash size={17} stroke={1.8} />
          </ActionIcon>
          <div className={css.itemPeople}>
            <PeoplePicker
              orgId={orgId}
              label={m.buyers}
              placeholder={m.findPeople}
              nothing={m.noPeople}
              error={peopleError(errors, `legalEntities.${i}`)}
              value={users}
              onChange={(people) => set(i, { users: people })}
            />
          </div>
        </div>
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
