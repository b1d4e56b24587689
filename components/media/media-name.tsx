'use client'

import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useState } from 'react'
import { useEditing } from '@/components/ui/use-editing'
import { useMediaMessages } from '@/lib/client/messages/areas/media'
import { useMessages } from '@/lib/client/messages/use-messages'
import css from './media-drawer.module.css'

type Props = {
  name: string
  /** What stands there for a file without a name. */
  shown: string
  busy: boolean
  onSave: (name: string) => Promise<unknown>
}

/** What a file is called, and its change. */
export function MediaName({ name, shown, busy, onSave }: Props) {
  const t = useMessages()
  const m = useMediaMessages()
  const { editing, button, start, stop } = useEditing()
  const [draft, setDraft] = useState(name)
  const [missing, setMissing] = useState(false)
  if (!editing) {
    return (
      <div className={css.name}>
        <h3>{shown}</h3>
        <ActionIcon
          ref={button}
          aria-label={m.rename}
          title={m.rename}
          onClick={() => {
            setDraft(name)
            setMissing(false)
            start()
          }}
        >
          <IconPencil size={16} />
        </ActionIcon>
      </div>
    )
  }
  return (
    <form
      className={css.rename}
      onSubmit={async (event) => {
        event.preventDefault()
        const text = draft.trim()
        setMissing(text === '')
        if (text === '') return
        // A refusal has its own message; what was typed stays.
        if (text === name || (await onSave(text).catch(() => false))) stop()
      }}
    >
      <TextInput
        aria-label={m.nameLabel}
        value={draft}
        maxLength={255}
        error={missing ? m.nameMissing : undefined}
        data-autofocus
        autoFocus
        onChange={(event) => setDraft(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.stopPropagation()
          stop()
        }}
      />
      <Button type="submit" loading={busy}>
        {t.app.save}
      </Button>
      <Button variant="default" onClick={stop}>
        {t.app.cancel}
      </Button>
    </form>
  )
}
