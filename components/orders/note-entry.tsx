'use client'

import { ActionIcon, Button } from '@mantine/core'
import { IconMessage, IconMessageOff, IconPencil, IconTrash } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import history from '@/components/history/history.module.css'
import { ActDialog } from '@/components/ui/act-dialog'
import { explain } from '@/components/ui/failure'
import { Notice } from '@/components/ui/notice'
import { useEditing } from '@/components/ui/use-editing'
import { useUnsaved } from '@/lib/client/editing/use-unsaved'
import { formatInstant, formatTime, zoneName } from '@/lib/client/format'
import { useNoteMessages } from '@/lib/client/messages/areas/notes'
import { useLanguage } from '@/lib/client/messages/use-messages'
import { deleteNote, editNote, notesQuery, type OrderNote } from '@/lib/client/notes'
import { showToast } from '@/lib/client/toasts'
import { charactersOver, NoteField } from './note-field'
import css from './order-timeline.module.css'

type Props = { orgId: string; orderId: string; note: OrderNote; timeZone: string }

function NoteForm({ orgId, orderId, note, onDone }: Omit<Props, 'timeZone'> & { onDone: () => void }) {
  const { messages: t } = useLanguage()
  const m = useNoteMessages()
  const queryClient = useQueryClient()
  const [body, setBody] = useState(note.body)
  const text = body.trim()
  const over = charactersOver(body)
  useUnsaved(text !== note.body)
  const { mutate, isPending, error } = useMutation({
    mutationFn: () => editNote(orgId, orderId, note, text),
    onSuccess: async () => {
      await queryClient.invalidateQueries({ queryKey: notesQuery(orgId, orderId).queryKey })
      showToast({ kind: 'done', title: m.saved })
      onDone()
    },
  })
  const save = () => {
    if (text === note.body) onDone()
    else if (text !== '' && over <= 0 && !isPending) mutate()
  }
  return (
    <form
      className={css.composer}
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <NoteField
        autoFocus
        label={m.edit}
        minRows={2}
        value={body}
        onChange={setBody}
        onSave={save}
        onEscape={() => text === note.body && onDone()}
      />
      {error && (
        <Notice kind="bad" title={t.toast.failed}>
          {explain(error, t)}
        </Notice>
      )}
      <div className={css.composerFoot}>
        <Button variant="default" size="compact-md" onClick={onDone}>
          {t.app.cancel}
        </Button>
        <Button type="submit" size="compact-md" loading={isPending} disabled={text === '' || over > 0}>
          {t.app.save}
        </Button>
      </div>
    </form>
  )
}

/** A note in the timeline: edited in place, what it said before on demand; a deleted one leaves its place. */
export function NoteEntry({ orgId, orderId, note, timeZone }: Props) {
  const { locale } = useLanguage()
  const m = useNoteMessages()
  const queryClient = useQueryClient()
  const { editing, button, start, stop } = useEditing()
  const [removing, setRemoving] = useState(false)
  const gone = note.deletedAt !== null
  const Icon = gone ? IconMessageOff : IconMessage
  const when = (iso: string) => `${formatInstant(locale, timeZone, iso)} (${zoneName(locale, timeZone, iso)})`
  return (
    <li className={history.entry}>
      <span className={history.icon} data-operation={gone ? undefined : 'note'}>
        <Icon size={15} stroke={1.9} aria-hidden />
      </span>
      <div className={history.body}>
        <p>
          <strong className={history.actor}>{note.author.name}</strong> {m.wrote}
          {!gone && note.version > 1 && (
            <span className={css.edited} title={when(note.updatedAt)}>
              {m.edited}
            </span>
          )}
        </p>
        {editing ? (
          <NoteForm orgId={orgId} orderId={orderId} note={note} onDone={stop} />
        ) : gone ? (
          <p className={css.gone}>{m.gone}</p>
        ) : (
          <blockquote className={css.note}>{note.body}</blockquote>
        )}
        {note.earlier.length > 0 && (
          <details className={css.earlier}>
            <summary>{m.earlier({ count: note.earlier.length })}</summary>
            <ol>
              {note.earlier.map((earlier) => (
                <li key={earlier.version}>
                  <p>{earlier.body}</p>
                  <span>{m.until({ when: when(earlier.replacedAt), who: earlier.replacedBy })}</span>
                </li>
              ))}
            </ol>
          </details>
        )}
      </div>
      <span className={history.side}>
        {!gone && !editing && (
          <>
            <ActionIcon ref={button} size={24} aria-label={m.edit} title={m.edit} onClick={start}>
              <IconPencil size={15} />
            </ActionIcon>
            <ActionIcon size={24} aria-label={m.remove} title={m.remove} onClick={() => setRemoving(true)}>
              <IconTrash size={15} />
            </ActionIcon>
          </>
        )}
        <time dateTime={note.createdAt} className="od-number" title={when(note.createdAt)}>
          {formatTime(locale, timeZone, note.createdAt)}
        </time>
      </span>
      {removing && (
        <ActDialog
          title={m.removeTitle}
          confirm={m.removeVerb}
          danger
          onClose={() => setRemoving(false)}
          onConfirm={async () => {
            await deleteNote(orgId, orderId, note)
            await queryClient.invalidateQueries({ queryKey: notesQuery(orgId, orderId).queryKey })
            showToast({ kind: 'done', title: m.deleted })
          }}
        >
          <p>{m.removeText}</p>
          <blockquote className={css.note}>{note.body}</blockquote>
        </ActDialog>
      )}
    </li>
  )
}
