'use client'

import { ActionIcon, Button } from '@mantine/core'
import { IconChevronDown, IconChevronUp, IconX } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { attachmentsKey } from '@/lib/client/attachments'
import { useMediaMessages } from '@/lib/client/messages/areas/media'
import { showToast } from '@/lib/client/toasts'
import { uploads as queue, type Upload, type UploadRun, type UploadState, useUploads } from '@/lib/client/uploads'
import { UploadRow } from './upload-row'
import css from './uploads.module.css'

const lingerMs = 4_000

const isOpen = ({ state }: Upload) => state === 'waiting' || state === 'sending' || state === 'finishing'
const isWrong = ({ state }: Upload) => state === 'failed' || state === 'refused'

/** What needs somebody first, then what moves; what is done goes down. */
const ranks: Record<UploadState, number> = {
  failed: 0,
  refused: 0,
  sending: 1,
  finishing: 1,
  waiting: 2,
  canceled: 3,
  done: 3,
}

/** 0 to 100 of the bytes of everything that is or was on its way. */
function percentOf(uploads: readonly Upload[]): number {
  const counted = uploads.filter((upload) => isOpen(upload) || upload.state === 'done')
  const size = counted.reduce((sum, upload) => sum + upload.size, 0)
  return size === 0 ? 0 : Math.floor((counted.reduce((sum, upload) => sum + upload.sent, 0) / size) * 100)
}

/** The latest run that was told of. Small files may be through before this panel has even loaded. */
let said = 0

/** Says once how a run of uploads ended, and lets what lists files ask again. */
function useOutcome(uploads: readonly Upload[], lastRun: UploadRun) {
  const m = useMediaMessages()
  const queryClient = useQueryClient()
  useEffect(() => {
    if (lastRun.number <= said) return
    said = lastRun.number
    const { done, failed } = lastRun
    if (failed === 0) showToast({ kind: 'done', title: m.allDone({ count: done }) })
    else showToast({ kind: 'failed', title: m.someFailed({ failed, count: done + failed }) })
  }, [lastRun, m])

  const doneIn = uploads.filter(({ state }) => state === 'done').map(({ id, orgId }) => `${orgId} ${id}`)
  const key = doneIn.join()
  useEffect(() => {
    const organizations = new Set(key.split(',').flatMap((entry) => entry.split(' ')[0] || []))
    // Several files often end together; one refresh is enough for them.
    const timer = setTimeout(() => {
      for (const orgId of organizations) void queryClient.invalidateQueries({ queryKey: attachmentsKey(orgId) })
    }, 400)
    return () => clearTimeout(timer)
  }, [key, queryClient])
}

/** Leaving the site would stop what is being sent, so the browser asks. */
function useStayWhileBusy(busy: boolean) {
  useEffect(() => {
    if (!busy) return
    const ask = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', ask)
    return () => window.removeEventListener('beforeunload', ask)
  }, [busy])
}

/** Tells the messages at the same edge how much room is taken. */
function useDock() {
  const panel = useRef<HTMLElement>(null)
  useEffect(() => {
    const root = document.documentElement
    const observer = new ResizeObserver(() => {
      root.style.setProperty('--od-dock', `${(panel.current?.offsetHeight ?? 0) + 8}px`)
    })
    if (panel.current) observer.observe(panel.current)
    return () => {
      observer.disconnect()
      root.style.removeProperty('--od-dock')
    }
  }, [])
  return panel
}

/** What is being uploaded, file by file. It leaves by itself when everything went well. */
export function UploadPanel() {
  const m = useMediaMessages()
  const { uploads, lastRun } = useUploads()
  const [folded, setFolded] = useState(false)
  const [held, setHeld] = useState(false)
  const panel = useDock()
  const open = uploads.filter(isOpen)
  const busy = open.length > 0
  const done = uploads.filter(({ state }) => state === 'done').length
  const failed = uploads.filter(({ state }) => state === 'failed')
  const refused = uploads.filter(({ state }) => state === 'refused').length
  const percent = percentOf(uploads)
  useOutcome(uploads, lastRun)
  useStayWhileBusy(busy)

  const retryAll = () => {
    for (const { id } of failed) queue.retry(id)
  }

  const wentWell = !busy && !uploads.some(isWrong)
  useEffect(() => {
    if (!wentWell || held) return
    const timer = setTimeout(() => queue.clear(), lingerMs)
    return () => clearTimeout(timer)
  }, [wentWell, held])

  const title = busy
    ? m.uploading({ left: open.length })
    : failed.length > 0
      ? m.someFailed({ failed: failed.length, count: done + failed.length })
      : refused > 0
        ? m.notTaken({ count: refused })
        : m.allDone({ count: done })
  return (
    <section
      ref={panel}
      className={css.panel}
      aria-label={m.queue}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <header className={css.head}>
        <h2 className={css.title}>{title}</h2>
        {failed.length > 1 && !busy && (
          <Button variant="subtle" size="compact-sm" onClick={retryAll}>
            {m.retryAll}
          </Button>
        )}
        <ActionIcon
          size={28}
          aria-label={folded ? m.expand : m.collapse}
          aria-expanded={!folded}
          onClick={() => setFolded(!folded)}
        >
          {folded ? <IconChevronUp size={17} /> : <IconChevronDown size={17} />}
        </ActionIcon>
        {!busy && (
          <ActionIcon size={28} aria-label={m.closeQueue} onClick={() => queue.clear()}>
            <IconX size={17} />
          </ActionIcon>
        )}
      </header>
      <div className={css.whole} data-busy={busy || undefined}>
        <span style={{ width: `${busy ? percent : 0}%` }} />
      </div>
      <span role="status" className="od-hidden">
        {busy
          ? m.progress({ done, all: done + open.length, percent: Math.floor(percent / 10) * 10 })
          : uploads.length > 0
            ? title
            : ''}
      </span>
      {!folded && (
        <ul className={css.rows}>
          {uploads
            .toSorted((a, b) => ranks[a.state] - ranks[b.state])
            .map((upload) => (
              <UploadRow key={upload.id} upload={upload} />
            ))}
        </ul>
      )}
    </section>
  )
}
