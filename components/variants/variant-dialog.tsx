'use client'

import { Button, Checkbox, Textarea, TextInput } from '@mantine/core'
import { useState } from 'react'
import { checkCell, isUnread, readCell, writeCell } from '@/components/grid/columns'
import type { GridStore } from '@/components/grid/grid-store'
import type { SheetRow } from '@/components/grid/sheet'
import { sayProblem } from '@/components/grid/use-grid'
import { ActDialog } from '@/components/ui/act-dialog'
import { useGridMessages } from '@/lib/client/messages/areas/grid'
import { useVariantMessages } from '@/lib/client/messages/areas/variants'
import { useLanguage } from '@/lib/client/messages/use-messages'
import css from './variant-cards.module.css'

type Props = { store: GridStore; row: SheetRow; readOnly: boolean; onClose: () => void }

/** One row of the spreadsheet as a form. What is taken over is saved with everything else. */
export function VariantDialog({ store, row, readOnly, onClose }: Props) {
  const m = useVariantMessages()
  const grid = useGridMessages()
  const { locale, messages: t } = useLanguage()
  const [texts, setTexts] = useState(() => store.columns.map((column, i) => writeCell(column, row.cells[i]!)))
  const [tried, setTried] = useState(false)
  const problems = store.columns.map((column, i) => {
    const value = readCell(column, texts[i]!)
    const found = checkCell(column, value)
    if (found) return tried || isUnread(row.cells[i]!) ? sayProblem(found, grid, locale) : undefined
    return writeCell(column, row.cells[i]!) === texts[i] ? row.errors?.[i] : undefined
  })
  const change = (column: number, text: string) =>
    setTexts((earlier) => earlier.map((each, i) => (i === column ? text : each)))

  return (
    <ActDialog
      title={row.stored ? m.row.edit : m.row.new}
      confirm={readOnly ? t.app.close : m.row.apply}
      onClose={onClose}
      onConfirm={() => {
        setTried(true)
        const wrong = store.columns.some(
          (column, i) => !column.readOnly && checkCell(column, readCell(column, texts[i]!)),
        )
        if (wrong) return undefined
        const place = store.sheet.placeOf(row.key)
        store.sheet.edit(
          store.columns.flatMap((column, i) =>
            column.readOnly ? [] : [{ row: place, column: i, value: readCell(column, texts[i]!) }],
          ),
        )
        return Promise.resolve()
      }}
    >
      {store.columns.map((column, i) => {
        if (column.key === 'images') return null
        const disabled = readOnly || row.removed
        if (column.type === 'boolean') {
          return (
            <Checkbox
              key={column.key}
              label={column.title}
              disabled={disabled}
              checked={texts[i] === 'TRUE'}
              onChange={(event) => change(i, event.currentTarget.checked ? 'TRUE' : 'FALSE')}
            />
          )
        }
        const field = {
          label: column.title,
          readOnly: disabled,
          error: problems[i],
          value: texts[i],
          onChange: (event: { currentTarget: { value: string } }) => change(i, event.currentTarget.value),
        }
        return column.type === 'text' && column.multiline ? (
          <Textarea key={column.key} {...field} autosize minRows={2} maxRows={8} />
        ) : (
          <TextInput key={column.key} {...field} inputMode={column.type === 'money' ? 'decimal' : undefined} />
        )
      })}
      {!readOnly && (
        <div className={css.pair}>
          <Button
            variant="subtle"
            size="compact-sm"
            color={row.removed ? 'gray' : 'red'}
            onClick={() => {
              if (row.removed) store.sheet.keep([row.key])
              else store.sheet.remove([row.key])
              onClose()
            }}
          >
            {row.removed ? m.row.keep : m.row.delete}
          </Button>
        </div>
      )}
    </ActDialog>
  )
}
