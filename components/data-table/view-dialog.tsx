'use client'

import { Button, Checkbox, Modal, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useFocusBack } from '@/components/ui/use-focus-back'
import type { ListUrl } from '@/lib/client/list-url'
import { useViewMessages } from '@/lib/client/messages/areas/views'
import { useMessages } from '@/lib/client/messages/use-messages'
import { type Saving, useViewActs } from './view-acts'
import type { ViewAsk } from './view-tabs'

type Props = { ask: ViewAsk; saving: Saving; list: ListUrl; onClose: () => void }

/** Asks how a view is called, and of a new one who sees it. It stays open until the server agreed. */
export function ViewDialog({ ask, saving, list, onClose }: Props) {
  const t = useMessages()
  const m = useViewMessages()
  const acts = useViewActs(saving, list)
  useFocusBack()
  const [name, setName] = useState(ask.kind === 'rename' ? ask.view.name : ask.name)
  const [shared, setShared] = useState(false)
  const [first, setFirst] = useState(false)
  const [missing, setMissing] = useState(false)
  const [busy, setBusy] = useState(false)
  const isNew = ask.kind === 'create'

  const run = async () => {
    if (busy) return
    const given = name.trim()
    if (given === '') return setMissing(true)
    setBusy(true)
    const done = isNew
      ? await acts.create({ name: given, scope: shared ? 'shared' : 'personal', isDefault: first })
      : await acts.change(ask.view, { name: given })
    setBusy(false)
    if (done) onClose()
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={isNew ? m.createTitle : m.renameTitle}
      size={420}
      closeButtonProps={{ 'aria-label': t.app.close }}
    >
      <form
        noValidate
        style={{ display: 'flex', flexDirection: 'column', gap: 14 }}
        onSubmit={(event) => {
          event.preventDefault()
          void run()
        }}
      >
        <TextInput
          label={m.name}
          required
          maxLength={100}
          data-autofocus
          autoComplete="off"
          error={missing ? m.nameMissing : undefined}
          value={name}
          onFocus={(event) => event.currentTarget.select()}
          onChange={(event) => {
            setName(event.currentTarget.value)
            setMissing(false)
          }}
        />
        {isNew && (
          <>
            <Checkbox
              size="sm"
              label={m.shareLabel}
              description={saving.mayShare ? undefined : m.shareHint}
              disabled={!saving.mayShare}
              checked={shared}
              onChange={(event) => setShared(event.currentTarget.checked)}
            />
            <Checkbox
              size="sm"
              label={m.defaultLabel}
              checked={first}
              onChange={(event) => setFirst(event.currentTarget.checked)}
            />
          </>
        )}
        <div style={{ display: 'flex', justifyContent: 'flex-end', gap: 8, marginTop: 6 }}>
          <Button variant="default" onClick={onClose}>
            {t.app.cancel}
          </Button>
          <Button type="submit" loading={busy}>
            {t.app.save}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
