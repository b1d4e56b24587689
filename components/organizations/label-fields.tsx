import { Button, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { FieldErrors } from '@/lib/client/field-errors'
import { useOrganizationMessages } from '@/lib/client/messages/areas/organizations'
import css from './organizations.module.css'
import { PeopleRow } from './people-row'
import { newKey, type SettingsValues } from './settings-form'

type Props = {
  orgId: string
  labels: SettingsValues['labels']
  errors: FieldErrors
  onChange: (labels: SettingsValues['labels']) => void
}

/** Access labels, each with those who hold it. */
export function LabelFields({ orgId, labels, errors, onChange }: Props) {
  const m = useOrganizationMessages()
  const set = (index: number, change: Partial<SettingsValues['labels'][number]>) =>
    onChange(labels.map((each, i) => (i === index ? { ...each, ...change } : each)))
  return (
    <div>
      {labels.map(({ key, label, users }, i) => (
        <PeopleRow
          key={key}
          orgId={orgId}
          place={`restrictions.${i}`}
          errors={errors}
          label={m.holders}
          users={users}
          onUsers={(people) => set(i, { users: people })}
          removeLabel={m.removeLabel({ label })}
          onRemove={() => onChange(labels.filter((_, other) => other !== i))}
        >
          <TextInput
            label={m.label}
            aria-label={m.labelName({ number: i + 1 })}
            maxLength={100}
            autoFocus={key.startsWith('new-') && label === ''}
            error={errors[`restrictions.${i}.label`]}
            value={label}
            onChange={(event) => set(i, { label: event.currentTarget.value })}
          />
        </PeopleRow>
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
