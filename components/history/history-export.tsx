'use client'

import type { ExportedList } from '@/components/data-table/resource-list'
import { ExportDialog } from '@/components/export/export-dialog'
import { formatNumber } from '@/lib/client/format'
import { historyPath } from '@/lib/client/history'
import { useHistoryMessages } from '@/lib/client/messages/areas/history'
import { useLanguage } from '@/lib/client/messages/use-messages'

type Props = { orgId: string; list: ExportedList; onClose: () => void }

/** Writes the history on screen to a file, one row for each field that changed. */
export function HistoryExport({ orgId, list, onClose }: Props) {
  const { locale } = useLanguage()
  const m = useHistoryMessages()
  return (
    <ExportDialog
      title={m.exportCsv}
      text={m.exportText({ total: formatNumber(locale, list.total) })}
      path={historyPath(orgId)}
      name="history"
      query={{ ...list.query, search: '' }}
      counted={false}
      onClose={onClose}
    />
  )
}
