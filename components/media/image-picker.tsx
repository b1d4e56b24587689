'use client'

import { Button } from '@mantine/core'
import { IconLibraryPhoto, IconPhotoPlus, IconUpload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { useEffect, useId, useRef, useState } from 'react'
import { Failure } from '@/components/ui/failure'
import { type Attachment, attachmentsByIdQuery } from '@/lib/client/attachments'
import { useMediaMessages } from '@/lib/client/messages/areas/media'
import { uploads as queue, useUploads } from '@/lib/client/uploads'
import css from './image-picker.module.css'
import { ImageTile, Picture } from './image-tile'
import { insertedByRank } from './order'
import { PendingTile } from './pending-tile'
import { useFileDrop, useFilePaste } from './take-files'
import { useUploadText } from './upload-text'
import { useSorting } from './use-sorting'

const LibraryDialog = dynamic(() => import('./library-dialog').then((module) => module.LibraryDialog), { ssr: false })

type Props = {
  orgId: string
  /** Ids of attachments in their order; the first is the primary image. */
  value: readonly string[]
  onChange: (ids: string[]) => void
  /** The most there may be; the contract takes a hundred. */
  max?: number
  readOnly?: boolean
  /** Told when uploads meant for here begin and end: a save in between would miss them. */
  onBusyChange?: (busy: boolean) => void
}

/**
 * The images of a product: sorted by mouse and by keyboard, taken from the library, or uploaded by dropping, pasting and
 * choosing. Uploads stand in their place with their progress and are added when they are done.
 */
export function ImagePicker({ orgId, value, onChange, max = 100, readOnly = false, onBusyChange }: Props) {
  const m = useMediaMessages()
  const group = useId()
  const hint = useId()
  const input = useRef<HTMLInputElement>(null)
  const [choosing, setChoosing] = useState(false)
  const [leftOut, setLeftOut] = useState(0)
  const [fresh, setFresh] = useState<ReadonlyMap<string, Attachment>>(new Map())
  const found = useQuery({ ...attachmentsByIdQuery(orgId, value), enabled: value.length > 0 })
  const text = useUploadText()

  // Several uploads can end before the owner of the value has drawn the first of them.
  const latest = useRef({ value, onChange })
  useEffect(() => {
    latest.current = { value, onChange }
  })
  const change = (ids: string[]) => {
    latest.current = { ...latest.current, value: ids }
    latest.current.onChange(ids)
  }

  const { uploads } = useUploads()
  const own = uploads.filter((upload) => upload.group === group)
  const pending = own.filter(({ state }) => !['done', 'canceled', 'refused'].includes(state))
  const refused = own.filter(({ state }) => state === 'refused')
  const busy = pending.some(({ state }) => state !== 'failed')
  const room = max - value.length - pending.length
  useEffect(() => onBusyChange?.(busy), [busy, onBusyChange])

  const ranks = useRef(new Map<string, number>())
  const gone = useRef(false)
  useEffect(() => {
    gone.current = false
    return () => {
      gone.current = true
    }
  }, [])
  const remember = (list: readonly Attachment[]) =>
    setFresh((known) => new Map([...known, ...list.map((each) => [each.id, each] as const)]))
  const upload = (files: File[]) => {
    if (readOnly || files.length === 0) return
    const taken = files.slice(0, Math.max(0, room))
    setLeftOut(files.length - taken.length)
    void queue.add(taken, {
      orgId,
      group,
      picturesOnly: true,
      onDone(attachment, { id }) {
        // Whoever has left the page finds it in the library.
        if (gone.current) return
        ranks.current.set(attachment.id, id)
        remember([attachment])
        change(insertedByRank(latest.current.value, attachment.id, (each) => ranks.current.get(each)))
      },
    })
  }
  const choose = (chosen: Attachment[]) => {
    remember(chosen)
    change([...latest.current.value, ...chosen.map(({ id }) => id)])
    sorting.say(m.added({ count: chosen.length }))
  }

  const sorting = useSorting({
    ids: value,
    enabled: !readOnly,
    onMove: change,
    onRemove: (index) => change(latest.current.value.filter((_, i) => i !== index)),
  })
  const { over, handlers } = useFileDrop(upload, !readOnly)
  useFilePaste(upload, !readOnly && !choosing)

  const imageOf = (id: string) => fresh.get(id) ?? found.data?.get(id)
  const settled = found.isSuccess && !found.isPlaceholderData && !found.isFetching
  if (found.error && !found.data && value.length > 0) {
    return <Failure title={m.imagesFailed} error={found.error} onRetry={() => found.refetch()} />
  }
  if (readOnly && value.length === 0) return <p className={css.none}>{m.noImages}</p>

  const heldImage = sorting.held?.by === 'pointer' ? imageOf(value[sorting.held.from]!) : undefined
  return (
    <div className={css.picker} data-over={over || undefined} {...handlers}>
      <ul ref={sorting.list} className={css.grid} aria-label={m.images}>
        {value.map((id, index) => (
          <ImageTile
            key={id}
            image={imageOf(id)}
            missing={settled && !imageOf(id)}
            index={index}
            place={sorting.placeOf(index)}
            count={value.length}
            held={sorting.held?.from === index ? sorting.held.by : undefined}
            hint={hint}
            handle={readOnly ? undefined : sorting.handleProps(index)}
            onRemove={() => sorting.remove(index)}
          />
        ))}
        {pending.map((each) => (
          <PendingTile key={each.id} upload={each} />
        ))}
        {!readOnly && (
          <li className={css.add} data-empty={value.length + pending.length === 0 || undefined}>
            <IconPhotoPlus size={22} stroke={1.5} aria-hidden />
            <Button
              variant="subtle"
              size="compact-sm"
              leftSection={<IconUpload size={15} />}
              disabled={room <= 0}
              onClick={() => input.current?.click()}
            >
              {m.uploadFiles}
            </Button>
            <Button
              variant="subtle"
              size="compact-sm"
              leftSection={<IconLibraryPhoto size={15} />}
              disabled={room <= 0}
              onClick={() => setChoosing(true)}
            >
              {m.fromLibrary}
            </Button>
            <span className={css.addHint}>{room <= 0 ? m.full({ most: max }) : m.addHint}</span>
          </li>
        )}
      </ul>
      {over && (
        <div className={css.over} aria-hidden>
          {m.dropHere}
        </div>
      )}
      {leftOut > 0 && (
        <p className={css.note} role="alert">
          {m.tooMany({ most: max, left: leftOut })}
        </p>
      )}
      {refused.map((each) => (
        <p key={each.id} className={css.note} role="alert">
          <b>{each.name}</b> {text(each)}
        </p>
      ))}
      <span id={hint} className="od-hidden">
        {m.sortHint}
      </span>
      <span role="status" aria-live="assertive" className="od-hidden">
        {sorting.said}
      </span>
      {!readOnly && (
        <input
          ref={input}
          type="file"
          hidden
          multiple
          accept="image/*"
          aria-label={m.uploadFiles}
          onChange={(event) => {
            upload([...(event.currentTarget.files ?? [])])
            event.currentTarget.value = ''
          }}
        />
      )}
      {heldImage && (
        <div className={css.ghost} style={{ left: sorting.pointer.x, top: sorting.pointer.y }} aria-hidden>
          <Picture image={heldImage} />
        </div>
      )}
      {choosing && (
        <LibraryDialog orgId={orgId} taken={value} most={room} onChoose={choose} onClose={() => setChoosing(false)} />
      )}
    </div>
  )
}
