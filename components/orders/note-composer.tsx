'use client'

import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import { DraftNotice } from '@/components/ui/draft-notice'
import { explain, requestIdOf } from '@/components/ui/failure'
import { useDraft } from '@/lib/client/editing/use-draft'
import { useUnsaved } from '@/lib/client/editing/use-unsaved'
import { useNoteMessages } from '@/lib/client/messages/areas/notes'
import { useMessages } from '@/lib/client/messages/use-messages'
import { notesQuery, writeNote } from '@/lib/client/notes'
import { useShortcuts } from '@/lib/client/shortcuts'
import { showToast } from '@/lib/client/toasts'
import { charactersOver, NoteField } from './note-field'
import css from './order-timeline.module.css'

/** Where a new note is written. It opens up when somebody writes; Ctrl or ⌘ and Enter save. */
export function NoteComposer({ orgId, orderId }: { orgId: string; orderId: string }) {
  const t = useMessages()
  const m = useNoteMessages()
  const queryClient = useQueryClient()
  const field = useRef<HTMLTextAreaElement>(null)
  const [body, setBody] = useState('')
  // It does not close again when the focus leaves: what is below would move away under the pointer.
  const [opened, setOpened] = useState(false)
  const dirty = body.trim() !== ''
  const over = charactersOver(body)
  useUnsaved(dirty)
  const draft = useDraft({ key: `order-note/${orderId}`, value: body, dirty, base: '' })
  useShortcuts([{ keys: ['e'], group: 'order', label: m.write, run: () => field.current?.focus() }])

  const { mutate, isPending } = useMutation({
    mutationFn: () => writeNote(orgId, orderId, body.trim()),
    onSuccess: async () => {
      setBody('')
      showToast({ kind: 'done', title: m.saved })
      await queryClient.invalidateQueries({ queryKey: notesQuery(orgId, orderId).queryKey })
    },
    onError: (error) => {
      showToast({ kind: 'failed', title: t.toast.failed, text: explain(error, t), requestId: requestIdOf(error) })
    },
  })
  const save = () => {
    if (dirty && over <= 0 && !isPending) mutate()
  }
  const open = opened || body !== ''
  return (
    <form
      className={css.composer}
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
      onFocus={() => setOpened(true)}
    >
      <DraftNotice
        draft={draft}
        base=""
        onRestore={(value) => {
          setBody(value)
          field.current?.focus()
        }}
      />
      <NoteField
        ref={field}
        label={m.write}
        placeholder={`${m.write}…`}
        minRows={open ? 2 : 1}
        value={body}
        onChange={setBody}
        onSave={save}
        onEscape={(textarea) => body === '' && textarea.blur()}
      />
      {open && (
        <div className={css.composerFoot}>
          <span className={css.hint}>{m.hint}</span>
          {dirty && (
            <Button variant="default" size="compact-md" onClick={() => setBody('')}>
              {t.app.cancel}
            </Button>
          )}
          <Button type="submit" size="compact-md" loading={isPending} disabled={!dirty || over > 0}>
            {m.add}
          </Button>
        </div>
      )}
    </form>
  )
}
