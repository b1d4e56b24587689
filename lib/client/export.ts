import { ApiError, type ApiErrorBody } from './api'

/** How far a file is. `total` is what it is about; one row for each unless `rowsPerItem` is unknown. */
export type ExportProgress = { rows: number; total: number }

/** The part of the File System Access API that is used here; not every browser has it. */
type SaveFilePicker = (options: {
  suggestedName: string
  types: { description: string; accept: Record<string, string[]> }[]
}) => Promise<{ createWritable: () => Promise<WritableStream<Uint8Array> & { close: () => Promise<void> }> }>

type Target = {
  write: (piece: Uint8Array<ArrayBuffer>) => Promise<void> | void
  finish: (name: string) => Promise<void> | void
  drop: () => Promise<void> | void
}

const collected = (): Target => {
  const pieces: Uint8Array<ArrayBuffer>[] = []
  return {
    write: (piece) => {
      pieces.push(piece)
    },
    finish: (name) => {
      const url = URL.createObjectURL(new Blob(pieces, { type: 'text/csv;charset=utf-8' }))
      Object.assign(document.createElement('a'), { href: url, download: name }).click()
      setTimeout(() => URL.revokeObjectURL(url), 60_000)
    },
    drop: () => {
      pieces.length = 0
    },
  }
}

/**
 * Where the file goes. The browser that can write to a file of the reader's choice does so piece by piece; others keep
 * the pieces until the end. Must be called while a click or key press is being handled.
 * @throws AbortError when the reader chose no file
 */
async function openTarget(name: string): Promise<Target> {
  const pick = (window as { showSaveFilePicker?: SaveFilePicker }).showSaveFilePicker
  if (!pick || !window.isSecureContext) return collected()
  try {
    const handle = await pick.call(window, {
      suggestedName: name,
      types: [{ description: 'CSV', accept: { 'text/csv': ['.csv'] } }],
    })
    const writer = (await handle.createWritable()).getWriter()
    return {
      write: (piece) => writer.write(piece),
      finish: () => writer.close(),
      drop: () => writer.abort(),
    }
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    // Some places, such as a frame of another site, refuse the choice itself.
    return collected()
  }
}

/** Counts the ends of lines, which are CR LF, also when one lies between two pieces. */
export function lineCounter(): (piece: Uint8Array) => number {
  let lines = 0
  let afterReturn = false
  return (piece) => {
    for (const byte of piece) {
      if (byte === 10 && afterReturn) lines++
      afterReturn = byte === 13
    }
    return lines
  }
}

async function refuse(response: Response): Promise<never> {
  const body = (await response.json().catch(() => undefined)) as ApiErrorBody | undefined
  const fallback = { code: 'UnexpectedError', message: `The server answered ${response.status}.` }
  throw new ApiError(
    response.status,
    body?.message ? body : fallback,
    response.headers.get('x-request-id'),
    Number(response.headers.get('retry-after')) || null,
  )
}

const broken = (requestId: string | null) =>
  new ApiError(0, { code: 'Unreachable', message: 'The server could not be reached.' }, requestId)

const nameIn = (response: Response) => /filename="([^"]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1]

type Download = {
  /** Below `/api`. */
  path: string
  /** Offered to the reader; the server's own name is taken where the browser does not ask. */
  name: string
  signal: AbortSignal
  onProgress: (progress: ExportProgress) => void
}

/**
 * Fetches a file as it is made and writes it where the reader wants it. Answers how many rows it has, without its head.
 * What was written of a file that fails or is canceled is dropped.
 * @throws ApiError, and AbortError when the reader chose no file or `signal` fired
 */
export async function download({ path, name, signal, onProgress }: Download): Promise<number> {
  const target = await openTarget(name)
  let requestId: string | null = null
  try {
    const response = await fetch(`/api${path}`, { signal, cache: 'no-store', credentials: 'same-origin' }).catch(
      (error) => {
        throw signal.aborted ? error : broken(null)
      },
    )
    if (!response.ok) return await refuse(response)
    requestId = response.headers.get('x-request-id')
    const total = Number(response.headers.get('x-total-count')) || 0
    const count = lineCounter()
    let rows = 0
    const reader = response.body!.getReader()
    for (;;) {
      const { done, value } = await reader.read().catch((error) => {
        throw signal.aborted ? error : broken(requestId)
      })
      if (done) break
      rows = Math.max(0, count(value) - 1)
      await target.write(value as Uint8Array<ArrayBuffer>)
      onProgress({ rows, total })
    }
    await target.finish(nameIn(response) ?? name)
    return rows
  } catch (error) {
    await Promise.resolve(target.drop()).catch(() => undefined)
    throw error
  }
}

export const isAbort = (error: unknown) => error instanceof DOMException && error.name === 'AbortError'
