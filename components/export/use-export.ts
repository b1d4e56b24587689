'use client'

import { useRef, useState } from 'react'
import { download, type ExportProgress, isAbort } from '@/lib/client/export'
import { formatNumber } from '@/lib/client/format'
import { useExportMessages } from '@/lib/client/messages/areas/export'
import { useLanguage } from '@/lib/client/messages/use-messages'
import { showToast } from '@/lib/client/toasts'

export type ExportState =
  | { kind: 'idle' }
  | { kind: 'running'; progress?: ExportProgress }
  | { kind: 'stopped' }
  | { kind: 'failed'; error: unknown }

/** Writes a file while a dialog shows how far it is; `onDone` closes the dialog. */
export function useExport(onDone: () => void) {
  const { locale } = useLanguage()
  const m = useExportMessages()
  const [state, setState] = useState<ExportState>({ kind: 'idle' })
  const abort = useRef<AbortController>(undefined)

  const start = async (path: string, name: string) => {
    abort.current = new AbortController()
    const { signal } = abort.current
    setState({ kind: 'running' })
    try {
      const rows = await download({
        path,
        name,
        signal,
        onProgress: (progress) => setState({ kind: 'running', progress }),
      })
      showToast({ kind: 'done', title: m.done({ rows: formatNumber(locale, rows), count: rows }) })
      onDone()
    } catch (error) {
      if (!isAbort(error)) setState({ kind: 'failed', error })
      else setState({ kind: signal.aborted ? 'stopped' : 'idle' })
    }
  }
  return { state, start, stop: () => abort.current?.abort() }
}
