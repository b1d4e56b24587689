import { Button, Modal, Radio } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import css from '@/components/people/desk.module.css'
import { explain } from '@/components/ui/failure'
import { Notice } from '@/components/ui/notice'
import { type ApiKey, type CreatedApiKey, rotateApiKey } from '@/lib/client/api-keys'
import { useApiKeyMessages } from '@/lib/client/messages/areas/api-keys'
import { useMessages } from '@/lib/client/messages/use-messages'
import { ReadyKey } from './ready-key'

type Props = { orgId: string | null; apiKey: ApiKey; onMade: () => void; onClose: () => void }

const hours = ['1', '24', '168', '0']

/** Asks how long the old token goes on, then shows the new one, this once. */
export function RotateDialog({ orgId, apiKey, onMade, onClose }: Props) {
  const t = useMessages()
  const m = useApiKeyMessages()
  const [grace, setGrace] = useState('24')
  const [made, setMade] = useState<CreatedApiKey>()
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>()

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    setBusy(true)
    setError(undefined)
    try {
      setMade(await rotateApiKey(orgId, apiKey.id, Number(grace)))
      onMade()
    } catch (failure) {
      setError(failure)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={made ? m.readyTitle : m.rotateTitle({ name: apiKey.name })}
      size={made ? 560 : 440}
      closeButtonProps={{ 'aria-label': t.app.close }}
    >
      {made ? (
        <ReadyKey made={made} onClose={onClose} />
      ) : (
        <form className={css.dialog} noValidate onSubmit={submit}>
          {error !== undefined && <Notice kind="bad">{explain(error, t)}</Notice>}
          <p>{m.rotateText}</p>
          <Radio.Group label={m.grace} value={grace} onChange={setGrace}>
            <div className={css.choices}>
              {hours.map((each) => (
                <Radio key={each} value={each} label={m.graces[each]} data-autofocus={each === grace || undefined} />
              ))}
            </div>
          </Radio.Group>
          <div className={css.dialogFoot}>
            <Button variant="default" onClick={onClose}>
              {t.app.cancel}
            </Button>
            <Button type="submit" loading={busy}>
              {m.rotateVerb}
            </Button>
          </div>
        </form>
      )}
    </Modal>
  )
}
