import { Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import layout from '@/components/ui/form.module.css'
import { FormDialog } from '@/components/ui/form-dialog'
import { type CreatedApiKey, createApiKey } from '@/lib/client/api-keys'
import { useApiKeyMessages } from '@/lib/client/messages/areas/api-keys'
import { emporixScopes, ownScopes } from '@/lib/resources/api-scopes'
import own from './api-keys.module.css'
import { ReadyKey } from './ready-key'

const dayMs = 24 * 60 * 60 * 1000
const lasts: Record<string, number | null> = { d30: 30, d90: 90, d365: 365, never: null }

type Props = { orgId: string | null; onMade: () => void; onClose: () => void }

/** Asks what the key is for and what it may do, then shows its token, this once. */
export function NewKeyDialog({ orgId, onMade, onClose }: Props) {
  const m = useApiKeyMessages()
  const [name, setName] = useState('')
  const [scopes, setScopes] = useState<string[]>(['orders:read'])
  const [expiry, setExpiry] = useState('d90')
  const [made, setMade] = useState<CreatedApiKey>()
  return (
    <FormDialog
      title={made ? m.readyTitle : m.createTitle}
      size={560}
      confirm={m.createVerb}
      fields={['name', 'scopes']}
      onClose={onClose}
      onSubmit={async () => {
        const days = lasts[expiry] ?? null
        const expiresAt = days === null ? null : new Date(Date.now() + days * dayMs).toISOString()
        setMade(await createApiKey(orgId, { name: name.trim(), scopes, expiresAt }))
        onMade()
      }}
      done={made && <ReadyKey made={made} onClose={onClose} />}
    >
      {(errors) => (
        <>
          <TextInput
            name="name"
            label={m.name}
            description={m.nameHint}
            autoComplete="off"
            data-autofocus
            error={errors.name}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Checkbox.Group label={m.scopes} description={m.scopesHint} value={scopes} onChange={setScopes}>
            <div className={own.checks}>
              {ownScopes.map((scope) => (
                <Checkbox
                  key={scope}
                  value={scope}
                  label={m.scopeTexts[scope]}
                  description={<code className="od-mono">{scope}</code>}
                />
              ))}
            </div>
            <details className={own.more}>
              <summary>{m.emporix}</summary>
              <p className="od-muted">{m.emporixHint}</p>
              <div className={own.checks}>
                {emporixScopes.map((scope) => (
                  <Checkbox key={scope} value={scope} label={<code className="od-mono">{scope}</code>} />
                ))}
              </div>
            </details>
          </Checkbox.Group>
          {errors.scopes && (
            <p className={layout.error} role="alert">
              {errors.scopes}
            </p>
          )}
          <NativeSelect
            label={m.expires}
            description={expiry === 'never' ? m.neverWarning : undefined}
            value={expiry}
            onChange={(event) => setExpiry(event.currentTarget.value)}
            data={Object.entries(m.expiry).map(([value, label]) => ({ value, label }))}
          />
        </>
      )}
    </FormDialog>
  )
}
