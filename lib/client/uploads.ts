'use client'

import { useSyncExternalStore } from 'react'
import { getJson } from './api'
import { type Attachment, type AttachmentSummary, attachmentsPath, isPicture, type UploadLimits } from './attachments'
import { createListeners } from './listeners'
import { type FileToSend, type SendOptions, sendFile } from './send-file'
import { announcedType, keptName, type Refusal, refusalOf, usualLimits } from './upload-rules'
import { tellUploadsPresent } from './uploads-present'

export type UploadState = 'waiting' | 'sending' | 'finishing' | 'done' | 'failed' | 'refused' | 'canceled'

/** One file on its way. Every change makes a new object, so that screens can compare. */
export type Upload = {
  id: number
  orgId: string
  name: string
  type: string
  /** Bytes. */
  size: number
  /** Bytes that have left. */
  sent: number
  /** Bytes in a second, since it began; 0 until that can be told. */
  speed: number
  state: UploadState
  /** A local address of the picture, until the upload leaves the queue. */
  preview?: string
  refusal?: Refusal
  /** Why it failed. */
  error?: unknown
  attachment?: Attachment
  /** The attachment whose content it becomes. */
  replaces?: FileToSend['replaces']
  /** Whoever queued it knows it by this. */
  group?: string
}

/** How a run of uploads ended, from the first that was queued to the last that settled. */
export type UploadRun = { number: number; done: number; failed: number }

export type UploadsSnapshot = { uploads: readonly Upload[]; lastRun: UploadRun }

type AddOptions = {
  orgId: string
  group?: string
  replaces?: FileToSend['replaces']
  /** Takes nothing but pictures. */
  picturesOnly?: boolean
  /** Called for each file that became an attachment, whatever is on screen by then. */
  onDone?: (attachment: Attachment, upload: Upload) => void
}

type Environment = {
  send: (file: FileToSend, options: SendOptions) => Promise<Attachment>
  limitsOf: (orgId: string) => Promise<UploadLimits>
  /** How many are sent at a time. */
  atOnce?: number
  now?: () => number
}

type Hidden = {
  file: File
  onDone?: AddOptions['onDone']
  /** Whether it may be sent: the server's limits are known, and it keeps them. */
  checked: boolean
  abort?: AbortController
}

const isActive = ({ state }: Upload) => state === 'waiting' || state === 'sending' || state === 'finishing'

/** A queue of uploads: a few at a time, in the order they came, each to be canceled or tried again by itself. */
export function createUploads({ send, limitsOf, atOnce = 3, now = Date.now }: Environment) {
  let snapshot: UploadsSnapshot = { uploads: [], lastRun: { number: 0, done: 0, failed: 0 } }
  let nextId = 1
  let run = { done: 0, failed: 0 }
  const hidden = new Map<number, Hidden>()
  const { subscribe, tell } = createListeners()

  function show(next: Partial<UploadsSnapshot>) {
    snapshot = { ...snapshot, ...next }
    tell()
  }
  const find = (id: number) => snapshot.uploads.find((upload) => upload.id === id)
  const change = (id: number, patch: Partial<Upload>) =>
    show({ uploads: snapshot.uploads.map((upload) => (upload.id === id ? { ...upload, ...patch } : upload)) })

  function forget(ids: ReadonlySet<number>) {
    for (const { id, preview } of snapshot.uploads) {
      if (!ids.has(id)) continue
      if (preview) URL.revokeObjectURL(preview)
      hidden.delete(id)
    }
    show({ uploads: snapshot.uploads.filter(({ id }) => !ids.has(id)) })
  }

  function pump() {
    const busy = snapshot.uploads.filter(({ state }) => state === 'sending' || state === 'finishing').length
    const next = snapshot.uploads
      .filter(({ id, state }) => state === 'waiting' && hidden.get(id)?.checked)
      .slice(0, Math.max(0, atOnce - busy))
    for (const upload of next) void start(upload)
    if (snapshot.uploads.some(isActive) || run.done + run.failed === 0) return
    show({ lastRun: { number: snapshot.lastRun.number + 1, ...run } })
    run = { done: 0, failed: 0 }
  }

  async function start({ id, orgId, name, type, size, replaces }: Upload) {
    const kept = hidden.get(id)!
    const abort = new AbortController()
    const startedAt = now()
    kept.abort = abort
    change(id, { state: 'sending', sent: 0, speed: 0, error: undefined })
    const onProgress = (sent: number) => {
      if (abort.signal.aborted) return
      const seconds = (now() - startedAt) / 1000
      // Headers count as sent bytes too, so the last of it may go beyond the file.
      change(id, {
        sent: Math.min(sent, size),
        speed: seconds > 0.3 ? sent / seconds : 0,
        state: sent >= size ? 'finishing' : 'sending',
      })
    }
    try {
      const attachment = await send(
        { orgId, file: kept.file, type, name, replaces },
        { signal: abort.signal, onProgress },
      )
      // What was canceled too late is in the library all the same; the queue says so.
      run.done += 1
      change(id, { state: 'done', sent: size, attachment })
      const upload = find(id)
      if (upload) kept.onDone?.(attachment, upload)
    } catch (error) {
      if (!abort.signal.aborted) {
        run.failed += 1
        change(id, { state: 'failed', error })
      }
    } finally {
      pump()
    }
  }

  return {
    subscribe,
    read: () => snapshot,
    isBusy: () => snapshot.uploads.some(isActive),

    /** Queues files. Those of a wrong type or size are refused here, before anything is sent. Gives the queue's ids. */
    async add(files: readonly File[], { orgId, group, replaces, picturesOnly, onDone }: AddOptions): Promise<number[]> {
      if (files.length === 0) return []
      const added = files.map((file): Upload => {
        const id = nextId++
        hidden.set(id, { file, onDone, checked: false })
        const type = announcedType(file)
        const preview = isPicture({ type }) && file.size > 0 ? URL.createObjectURL(file) : undefined
        const common = { id, orgId, name: keptName(file.name), type, size: file.size, group, replaces }
        return { ...common, preview, sent: 0, speed: 0, state: 'waiting' }
      })
      show({ uploads: [...snapshot.uploads, ...added] })
      const all = await limitsOf(orgId)
      const limits = picturesOnly ? { ...all, types: all.types.filter((type) => isPicture({ type })) } : all
      const refusals = new Map(added.map(({ id }, i) => [id, refusalOf(files[i]!, limits)]))
      for (const { id } of added) {
        const kept = hidden.get(id)
        if (kept) kept.checked = true
      }
      show({
        uploads: snapshot.uploads.map((upload) => {
          const refusal = upload.state === 'waiting' ? refusals.get(upload.id) : undefined
          return refusal ? { ...upload, refusal, state: 'refused' } : upload
        }),
      })
      pump()
      return added.map(({ id }) => id)
    },

    /** Stops one that waits or is being sent; nothing of it is kept. */
    cancel(id: number) {
      const upload = find(id)
      if (!upload || !isActive(upload)) return
      hidden.get(id)?.abort?.abort(new DOMException('The upload was canceled.', 'AbortError'))
      change(id, { state: 'canceled' })
      pump()
    },

    /** Sends one again that failed or was canceled. */
    retry(id: number) {
      const upload = find(id)
      if (upload?.state !== 'failed' && upload?.state !== 'canceled') return
      change(id, { state: 'waiting', sent: 0, speed: 0, error: undefined })
      pump()
    },

    /** Takes one out of the queue, stopping it when it is on its way. */
    remove(id: number) {
      this.cancel(id)
      forget(new Set([id]))
    },

    /** Takes everything out that has come to its end. */
    clear() {
      forget(new Set(snapshot.uploads.filter((upload) => !isActive(upload)).map(({ id }) => id)))
    },
  }
}

const limits = new Map<string, Promise<UploadLimits>>()

/** Asked once; when the server cannot say, it decides by what arrives. */
function limitsOf(orgId: string): Promise<UploadLimits> {
  const known = limits.get(orgId)
  if (known) return known
  const asked = getJson<AttachmentSummary>(`${attachmentsPath(orgId)}:summary`).then(
    (summary) => summary.limits,
    () => {
      limits.delete(orgId)
      return usualLimits
    },
  )
  limits.set(orgId, asked)
  return asked
}

/** The uploads of this tab. They go on while pages come and go. */
export const uploads = createUploads({ send: sendFile, limitsOf })
uploads.subscribe(() => tellUploadsPresent(uploads.read().uploads.length > 0))

const nothing: UploadsSnapshot = { uploads: [], lastRun: { number: 0, done: 0, failed: 0 } }

export const useUploads = (): UploadsSnapshot => useSyncExternalStore(uploads.subscribe, uploads.read, () => nothing)
