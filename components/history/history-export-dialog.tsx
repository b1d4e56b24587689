'use client'

import { Button, Checkbox, Modal } from '@mantine/core'
import { useState } from 'react'
import css from '@/components/orders/export-dialog.module.css'
import { ExportState } from '@/components/orders/export-state'
import { useExport } from '@/components/orders/use-export'
import { formatNumber } from '@/lib/client/format'
import { historyPath } from '@/lib/client/history'
import { useExportMessages } from '@/lib/client/messages/areas/export'
import { useHistoryMessages } from '@/lib/client/messages/areas/history'
import { useLanguage } from '@/lib/client/messages/use-messages'

type Props = { orgId: string; filter: string; orderBy: string; total: number; onClose: () => void }

/** Writes the history on screen to a file, one row for each field that changed. */
export function HistoryExportDialog({ orgId, filter, orderBy, total, onClose }: Props) {
  const { locale, messages: t } = useLanguage()
  const e = useExportMessages()
  const m = useHistoryMessages()
  const [bom, setBom] = useState(true)
  const { state, start, stop } = useExport(onClose)
  const running = state.kind === 'running'
  return (
    <Modal
      opened
      onClose={() => {
        stop()
        onClose()
      }}
      title={m.exportCsv}
      size={480}
      closeOnClickOutside={!running}
      closeButtonProps={{ 'aria-label': t.app.close }}
    >
      <form
        className={css.form}
        onSubmit={(event) => {
          event.preventDefault()
          const query = new URLSearchParams({ header: locale, bom: String(bom), $orderBy: orderBy })
          if (filter) query.set('$filter', filter)
          const day = new Date().toISOString().slice(0, 10)
          if (!running) void start(`${historyPath(orgId)}:export?${query}`, `history-${day}.csv`)
        }}
      >
        <p className={css.text}>{m.exportText({ total: formatNumber(locale, total) })}</p>
        <fieldset disabled={running}>
          <Checkbox
            data-autofocus
            label={m.exportBom}
            checked={bom}
            onChange={(event) => setBom(event.currentTarget.checked)}
          />
        </fieldset>
        <ExportState state={state} counted={false} />
        <div className={css.foot}>
          {running ? (
            <Button variant="default" onClick={stop}>
              {e.stop}
            </Button>
          ) : (
            <>
              <Button variant="default" onClick={onClose}>
                {t.app.cancel}
              </Button>
              <Button type="submit">{e.start}</Button>
            </>
          )}
        </div>
      </form>
    </Modal>
  )
}
