import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { PeoplePicker } from '@/components/people/people-picker'
import type { FieldErrors } from '@/lib/client/field-errors'
import { useOrganizationMessages } from '@/lib/client/messages/areas/organizations'
import css from './organizations.module.css'
import { newKey, type SettingsValues } from './settings-form'

type Props = {
  orgId: string
  labels: SettingsValues['labels']
  errors: FieldErrors
  onChange: (labels: SettingsValues['labels']) => void
}

/** The message about any of the people of one row. */
export const peopleError = (errors: FieldErrors, place: string) =>
  Object.entries(errors).find(([target]) => target.startsWith(`${place}.userIds`))?.[1]

/** Access labels, each with those who hold it. */
export function LabelFields({ orgId, labels, errors, onChange }: Props) {
  const m = useOrganizationMessages()
  const set = (index: number, change: Partial<SettingsValues['labels'][number]>) =>
    onChange(labels.map((each, i) => (i === index ? { ...each, ...change } : each)))
  return (
    <div>
      {labels.map(({ key, label, users }, i) => (
        <div key={key} className={css.item}>
          <div className={css.itemHead}>
            <TextInput
              label={m.label}
              aria-label={m.labelName({ number: i + 1 })}
              maxLength={100}
              autoFocus={key.startsWith('new-') && label === ''}
              error={errors[`restrictions.${i}.label`]}
              value={label}
              onChange={(event) => set(i, { label: event.currentTarget.value })}
            />
          </div>
          <ActionIcon
            className={css.itemRemove}
            aria-label={m.removeLabel({ label })}
            title={m.removeLabel({ label })}
            onClick={() => onChange(labels.filter((_, other) => other !== i))}
          >
            <IconTrash size={17} stroke={1.8} />
          </ActionIcon>
          <div className={css.itemPeople}>
            <PeoplePicker
              orgId={orgId}
              label={m.holders}
              placeholder={m.findPeople}
              nothing={m.noPeople}
              error={peopleError(errors, `restrictions.${i}`)}
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
        onClick={() => onChange([...labels, { key: newKey(), label: '', users: [] }])}
      >
        {m.addLabel}
      </Button>
    </div>
  )
}
