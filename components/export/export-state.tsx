'use client'

import { Progress } from '@mantine/core'
import { CopyLine } from '@/components/ui/copy-line'
import { explain, requestIdOf } from '@/components/ui/failure'
import { Notice } from '@/components/ui/notice'
import { formatNumber } from '@/lib/client/format'
import { useExportMessages } from '@/lib/client/messages/areas/export'
import { useLanguage } from '@/lib/client/messages/use-messages'
import css from './export-dialog.module.css'
import type { ExportState as State } from './use-export'

/** How far a file is, or why there is none. `counted`: each thing it is about is one row. */
export function ExportState({ state, counted }: { state: State; counted: boolean }) {
  const { locale, messages: t } = useLanguage()
  const m = useExportMessages()
  if (state.kind === 'failed') {
    const requestId = requestIdOf(state.error)
    return (
      <Notice kind="bad" title={m.failed}>
        <p>{explain(state.error, t)}</p>
        <p>{m.failedText}</p>
        {requestId && <CopyLine label={t.app.requestId} value={requestId} />}
      </Notice>
    )
  }
  if (state.kind === 'stopped') return <Notice kind="plain">{m.stopped}</Notice>
  if (state.kind !== 'running') return null
  const { progress } = state
  const rows = formatNumber(locale, progress?.rows ?? 0)
  const known = counted && progress !== undefined && progress.total > 0
  const text = !progress
    ? m.starting
    : known
      ? m.progress({ rows, total: formatNumber(locale, progress.total) })
      : m.progressOpen({ rows })
  return (
    <div className={css.progress}>
      <Progress.Root size="sm">
        <Progress.Section
          aria-label={text}
          animated={!known}
          value={known ? Math.min(100, (progress.rows / progress.total) * 100) : 100}
        />
      </Progress.Root>
      <p className="od-number" role="status">
        {text}
      </p>
    </div>
  )
}
