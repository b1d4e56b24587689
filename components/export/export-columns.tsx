'use client'

import { Checkbox } from '@mantine/core'
import { useId } from 'react'
import type { ExportedList } from '@/components/data-table/resource-list'
import layout from '@/components/ui/form.module.css'
import { formatNumber } from '@/lib/client/format'
import { useExportMessages } from '@/lib/client/messages/areas/export'
import { useLanguage } from '@/lib/client/messages/use-messages'
import css from './export-dialog.module.css'

/** A column that a file may have. An extra one is not on screen, and is left out until it is chosen. */
export type ExportColumn = ExportedList['columns'][number] & { extra?: boolean }

type Props = {
  columns: readonly ExportColumn[]
  chosen: readonly ExportColumn[]
  /** Answers the ids of those that are not as they are at first. */
  onFlip: (change: (flipped: ReadonlySet<string>) => ReadonlySet<string>) => void
  takesFocus: boolean
}

/** Chooses the columns of a file. */
export function ExportColumns({ columns, chosen, onFlip, takesFocus }: Props) {
  const { locale } = useLanguage()
  const m = useExportMessages()
  const headId = useId()
  const number = (value: number) => formatNumber(locale, value)
  const set = (changed: readonly ExportColumn[], on: boolean) =>
    onFlip((flipped) => {
      const next = new Set(flipped)
      for (const { id, extra } of changed) {
        if (on === Boolean(extra)) next.add(id)
        else next.delete(id)
      }
      return next
    })
  return (
    <div>
      <div className={css.columnsHead}>
        <strong id={headId}>{m.columns}</strong>
        <span className="od-number">{m.chosen({ chosen: number(chosen.length), all: number(columns.length) })}</span>
        {chosen.length < columns.length && (
          <button type="button" className="od-link" onClick={() => set(columns, true)}>
            {m.all}
          </button>
        )}
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would draw itself; these are boxes in a grid. */}
      <div className={css.columns} role="group" aria-labelledby={headId}>
        {columns.map((column, i) => (
          <Checkbox
            key={column.id}
            label={column.label}
            data-autofocus={(takesFocus && i === 0) || undefined}
            checked={chosen.includes(column)}
            onChange={(event) => set([column], event.currentTarget.checked)}
          />
        ))}
      </div>
      {chosen.length === 0 && (
        <p className={layout.error} role="alert">
          {m.noColumns}
        </p>
      )}
    </div>
  )
}
