import { Radio, TextInput } from '@mantine/core'
import { Facts } from '@/components/ui/facts'
import layout from '@/components/ui/form.module.css'
import type { FieldErrors } from '@/lib/client/field-errors'
import { useOrganizationMessages } from '@/lib/client/messages/areas/organizations'
import type { Settings } from '@/lib/client/organizations'
import { type OrganizationStatus, organizationStatuses } from '@/lib/resources/organization'
import type { SettingsValues } from './settings-form'
import { StandingPill } from './standing-pill'

type Props = {
  settings: Settings
  values: SettingsValues
  errors: FieldErrors
  mayChange: boolean
  onChange: (change: Partial<SettingsValues>) => void
}

/** What only system admins set; others read it. */
export function SystemFields({ settings, values, errors, mayChange, onChange }: Props) {
  const m = useOrganizationMessages()
  if (!mayChange) {
    return (
      <>
        <Facts
          rows={[
            [
              m.slug,
              <span key="slug" className="od-mono">
                {settings.slug}
              </span>,
            ],
            [m.storeNumber, settings.storeNumber],
            [
              m.status,
              <span key="status">
                <StandingPill status={settings.status} /> {m.statusTexts[settings.status]}
              </span>,
            ],
          ]}
        />
        <p className="od-muted">{m.systemOnly}</p>
      </>
    )
  }
  return (
    <div className={layout.fields}>
      <div className={layout.pair}>
        <TextInput
          label={m.slug}
          maxLength={16}
          spellCheck={false}
          autoComplete="off"
          error={errors.slug}
          value={values.slug}
          onChange={(event) => onChange({ slug: event.currentTarget.value })}
        />
        <TextInput
          label={m.storeNumber}
          inputMode="numeric"
          autoComplete="off"
          error={errors.storeNumber}
          value={values.storeNumber}
          onChange={(event) => onChange({ storeNumber: event.currentTarget.value })}
        />
      </div>
      <p className="od-muted">{m.slugHint}</p>
      <Radio.Group
        label={m.status}
        error={errors.status}
        value={values.status}
        onChange={(status) => onChange({ status: status as OrganizationStatus })}
      >
        <div className={layout.choices}>
          {organizationStatuses.map((status) => (
            <Radio key={status} value={status} label={m.statuses[status]} description={m.statusTexts[status]} />
          ))}
        </div>
      </Radio.Group>
    </div>
  )
}
