'use client'

import { Checkbox, SegmentedControl, Select, TextInput } from '@mantine/core'
import { useState } from 'react'
import { ActDialog } from '@/components/ui/act-dialog'
import { formatNumber } from '@/lib/client/format'
import { useGridMessages } from '@/lib/client/messages/areas/grid'
import { useLanguage } from '@/lib/client/messages/use-messages'
import type { Rounding } from './amount'
import { type ColumnChange, changesFor, editsOf, readPercent, rowsOf } from './column-change'
import css from './column-dialog.module.css'
import { checkCell, readCell, showCell } from './columns'
import type { GridStore } from './grid-store'
import { heightOf } from './range'
import { sayProblem } from './use-grid'

const steps = [1, 10, 100, 1000, 10_000]

/** Changes many cells of the active cell's column at once, showing first what will come of it. */
export function ColumnDialog({ store, onClose }: { store: GridStore; onClose: () => void }) {
  const m = useGridMessages()
  const { locale } = useLanguage()
  const [at] = useState(store.active.column)
  const column = store.columns[at]!
  const kinds = changesFor(column)
  const [kind, setKind] = useState(kinds[0]!)
  const [text, setText] = useState('')
  const [percent, setPercent] = useState('')
  const [step, setStep] = useState(1)
  const [rounding, setRounding] = useState<Rounding>('nearest')
  const [find, setFind] = useState('')
  const [replacement, setReplacement] = useState('')
  const [matchCase, setMatchCase] = useState(false)
  const [tried, setTried] = useState(false)

  const value = readCell(column, text)
  const problem = checkCell(column, value)
  const hundredths = readPercent(percent)
  const change: ColumnChange | undefined =
    kind === 'set'
      ? problem
        ? undefined
        : { kind, value }
      : kind === 'percent'
        ? hundredths === undefined
          ? undefined
          : { kind, hundredths, step, rounding }
        : find === ''
          ? undefined
          : { kind, find, with: replacement, matchCase }
  const edits = change ? editsOf(store, at, change) : []
  const count = heightOf(rowsOf(store))
  const counted = { count: formatNumber(locale, count) }
  const first = edits[0]
  const show = (shown: (typeof edits)[number]['value']) =>
    column.type === 'boolean' ? (shown === true ? m.yes : m.no) : `“${showCell(column, shown, locale)}”`

  return (
    <ActDialog
      title={m.column.title({ column: column.title })}
      confirm={m.column.apply}
      onClose={onClose}
      onConfirm={() => {
        setTried(true)
        if (!change) return undefined
        store.sheet.edit(edits, { ...rowsOf(store), left: at, right: at })
        return Promise.resolve()
      }}
    >
      <p className="od-muted">{count === store.sheet.count ? m.column.allRows(counted) : m.column.rows(counted)}</p>
      {kinds.length > 1 && (
        <SegmentedControl
          aria-label={m.column.how}
          value={kind}
          onChange={(next) => setKind(next as ColumnChange['kind'])}
          data={kinds.map((each) => ({ value: each, label: m.column[each] }))}
        />
      )}
      {kind === 'set' &&
        (column.type === 'boolean' ? (
          <Checkbox
            label={column.title}
            checked={value === true}
            onChange={(event) => setText(event.currentTarget.checked ? 'TRUE' : 'FALSE')}
          />
        ) : column.type === 'enum' ? (
          <Select
            label={m.column.value}
            data={[...column.options]}
            value={typeof value === 'string' ? value : null}
            onChange={(next) => setText(next ?? '')}
          />
        ) : (
          <TextInput
            data-autofocus
            label={m.column.value}
            value={text}
            error={tried && problem ? sayProblem(problem, m, locale) : undefined}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        ))}
      {kind === 'percent' && (
        <>
          <TextInput
            data-autofocus
            label={m.column.percentValue}
            description={m.column.percentHint}
            inputMode="decimal"
            value={percent}
            error={(tried || percent !== '') && hundredths === undefined ? m.column.percentBad : undefined}
            onChange={(event) => setPercent(event.currentTarget.value)}
          />
          <div className={css.pair}>
            <Select
              label={m.column.rounding}
              allowDeselect={false}
              data={(['nearest', 'up', 'down'] as const).map((each) => ({ value: each, label: m.column[each] }))}
              value={rounding}
              onChange={(next) => setRounding(next as Rounding)}
            />
            <Select
              label={m.column.step}
              allowDeselect={false}
              data={steps.map((each) => ({ value: String(each), label: showCell(column, each, locale) }))}
              value={String(step)}
              onChange={(next) => setStep(Number(next))}
            />
          </div>
        </>
      )}
      {kind === 'replace' && (
        <>
          <TextInput
            data-autofocus
            label={m.column.find}
            value={find}
            error={tried && find === '' ? m.column.findMissing : undefined}
            onChange={(event) => setFind(event.currentTarget.value)}
          />
          <TextInput
            label={m.column.with}
            value={replacement}
            onChange={(event) => setReplacement(event.currentTarget.value)}
          />
          <Checkbox
            label={m.column.matchCase}
            checked={matchCase}
            onChange={(event) => setMatchCase(event.currentTarget.checked)}
          />
        </>
      )}
      {change && (
        <p className={css.preview} role="status">
          {first
            ? m.column.preview({ count: formatNumber(locale, edits.length), cells: edits.length })
            : m.column.nothing}
          {first && (
            <span className="od-muted">
              {m.column.example({ before: show(first.before), after: show(first.value) })}
            </span>
          )}
        </p>
      )}
    </ActDialog>
  )
}
