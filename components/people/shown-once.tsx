import { Button, TextInput } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { useState } from 'react'
import { copyText } from '@/lib/client/clipboard'
import { usePeopleMessages } from '@/lib/client/messages/areas/people'
import { useMessages } from '@/lib/client/messages/use-messages'
import css from './shown-once.module.css'

/** A link or token that nobody can read again: whole, selected by a click, copied by a button. */
export function ShownOnce({ label, value }: { label: string; value: string }) {
  const t = useMessages()
  const m = usePeopleMessages()
  const [copied, setCopied] = useState(false)
  return (
    <div>
      <div className={css.secret}>
        <TextInput
          aria-label={label}
          readOnly
          value={value}
          data-autofocus
          onFocus={(event) => event.currentTarget.select()}
        />
        <Button
          variant="default"
          leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
          onClick={async () => setCopied(await copyText(value))}
        >
          {copied ? m.copied : t.app.copy}
        </Button>
      </div>
      <span role="status" className="od-hidden">
        {copied ? m.copied : ''}
      </span>
    </div>
  )
}
