import { Button, Checkbox, Modal, NativeSelect, TextInput } from '@mantine/core'
import { type FormEvent, useRef, useState } from 'react'
import css from '@/components/people/desk.module.css'
import { explain } from '@/components/ui/failure'
import { Notice } from '@/components/ui/notice'
import { type CreatedApiKey, createApiKey } from '@/lib/client/api-keys'
import { type FieldErrors, fieldErrorsOf, focusFirstError } from '@/lib/client/field-errors'
import { useApiKeyMessages } from '@/lib/client/messages/areas/api-keys'
import { useMessages } from '@/lib/client/messages/use-messages'
import { emporixScopes, ownScopes } from '@/lib/resources/api-scopes'
import own from './api-keys.module.css'
import { ReadyKey } from './ready-key'

const dayMs = 24 * 60 * 60 * 1000
const lasts: Record<string, number | null> = { d30: 30, d90: 90, d365: 365, never: null }

type Props = { orgId: string | null; onMade: () => void; onClose: () => void }

/** Asks what the key is for and what it may do, then shows its token, this once. */
export function NewKeyDialog({ orgId, onMade, onClose }: Props) {
  const t = useMessages()
  const m = useApiKeyMessages()
  const form = useRef<HTMLFormElement>(null)
  const [name, setName] = useState('')
  const [scopes, setScopes] = useState<string[]>(['orders:read'])
  const [expiry, setExpiry] = useState('d90')
  const [made, setMade] = useState<CreatedApiKey>()
  const [busy, setBusy] = useState(false)
  const [errors, setErrors] = useState<FieldErrors & { form?: string }>({})

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    const days = lasts[expiry] ?? null
    setBusy(true)
    setErrors({})
    try {
      const expiresAt = days === null ? null : new Date(Date.now() + days * dayMs).toISOString()
      setMade(await createApiKey(orgId, { name: name.trim(), scopes, expiresAt }))
      onMade()
    } catch (error) {
      const found = fieldErrorsOf(error, t)
      setErrors(found.name || found.scopes ? found : { form: explain(error, t) })
      focusFirstError(form.current)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={made ? m.readyTitle : m.createTitle}
      size={560}
      closeButtonProps={{ 'aria-label': t.app.close }}
    >
      {made ? (
        <ReadyKey made={made} onClose={onClose} />
      ) : (
        <form ref={form} className={css.dialog} noValidate onSubmit={submit}>
          {errors.form && <Notice kind="bad">{errors.form}</Notice>}
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
              <p className={css.small}>{m.emporixHint}</p>
              <div className={own.checks}>
                {emporixScopes.map((scope) => (
                  <Checkbox key={scope} value={scope} label={<code className="od-mono">{scope}</code>} />
                ))}
              </div>
            </details>
          </Checkbox.Group>
          {errors.scopes && (
            <p className={own.error} role="alert">
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
          <div className={css.dialogFoot}>
            <Button variant="default" onClick={onClose}>
              {t.app.cancel}
            </Button>
            <Button type="submit" loading={busy}>
              {m.createVerb}
            </Button>
          </div>
        </form>
      )}
    </Modal>
  )
}
