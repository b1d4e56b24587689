import { Radio } from '@mantine/core'
import { useState } from 'react'
import layout from '@/components/ui/form.module.css'
import { FormDialog } from '@/components/ui/form-dialog'
import { type ApiKey, type CreatedApiKey, rotateApiKey } from '@/lib/client/api-keys'
import { useApiKeyMessages } from '@/lib/client/messages/areas/api-keys'
import { ReadyKey } from './ready-key'

type Props = { orgId: string | null; apiKey: ApiKey; onMade: () => void; onClose: () => void }

const hours = ['1', '24', '168', '0']

/** Asks how long the old token goes on, then shows the new one, this once. */
export function RotateDialog({ orgId, apiKey, onMade, onClose }: Props) {
  const m = useApiKeyMessages()
  const [grace, setGrace] = useState('24')
  const [made, setMade] = useState<CreatedApiKey>()
  return (
    <FormDialog
      title={made ? m.readyTitle : m.rotateTitle({ name: apiKey.name })}
      size={made ? 560 : 440}
      confirm={m.rotateVerb}
      fields={[]}
      onClose={onClose}
      onSubmit={async () => {
        setMade(await rotateApiKey(orgId, apiKey.id, Number(grace)))
        onMade()
      }}
      done={made && <ReadyKey made={made} onClose={onClose} />}
    >
      {() => (
        <>
          <p>{m.rotateText}</p>
          <Radio.Group label={m.grace} value={grace} onChange={setGrace}>
            <div className={layout.choices}>
              {hours.map((each) => (
                <Radio key={each} value={each} label={m.graces[each]} data-autofocus={each === grace || undefined} />
              ))}
            </div>
          </Radio.Group>
        </>
      )}
    </FormDialog>
  )
}
