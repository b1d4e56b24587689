'use client'

import { Button, Checkbox, Modal, Radio } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { formatNumber } from '@/lib/client/format'
import { useExportMessages } from '@/lib/client/messages/areas/export'
import { useLanguage } from '@/lib/client/messages/use-messages'
import css from './export-dialog.module.css'
import { ExportState } from './export-state'
import { useExport } from './use-export'

/** A column of the list: its id is the field the file has in its place, unless `fields` names others. */
export type ExportColumn = { id: string; label: string; fields?: readonly string[] }

type Props = {
  orgId: string
  /** What the list asks for now; `orderBy` as in `$orderBy`. */
  query: { filter: string; search: string; orderBy: string }
  /** The visible columns in their order. */
  columns: readonly ExportColumn[]
  /** How many orders that is. */
  total: number
  onClose: () => void
}

/** What the order list calls its columns, in the API's words. */
const known: Record<string, readonly string[]> = {
  placed: ['createdAt'],
  customer: ['customer.name'],
  items: ['lineItems.productName', 'lineItems.quantity'],
  payment: ['paymentStatus'],
  fulfillment: ['fulfillmentStatus'],
  dispute: ['disputeStatus'],
  total: ['totalPrice', 'currency'],
  updated: ['updatedAt'],
}
const lineFields = [
  'lineItems.sku',
  'lineItems.productName',
  'lineItems.variantTitle',
  'lineItems.quantity',
  'lineItems.price.amount',
]

type Rows = 'orders' | 'lines'

/** Writes exactly the list on screen to a file: the same orders in the same order, the columns one chooses. */
export function ExportDialog({ orgId, query, columns, total, onClose }: Props) {
  const { locale, messages: t } = useLanguage()
  const m = useExportMessages()
  const [rows, setRows] = useState<Rows>('orders')
  const [header, setHeader] = useState<'words' | 'fields'>('words')
  const [bom, setBom] = useState(true)
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set())
  const { state, start, stop } = useExport(onClose)
  const running = state.kind === 'running'

  const isLine = (column: ExportColumn) => fieldsOf(column).some((field) => field.startsWith('lineItems'))
  const offered: ExportColumn[] =
    rows === 'orders'
      ? [...columns]
      : [...columns.filter((column) => !isLine(column)), ...lineFields.map((id) => ({ id, label: m.lineColumns[id]! }))]
  const chosen = offered.filter(({ id }) => !left.has(id))
  const number = (value: number) => formatNumber(locale, value)

  const submit = () => {
    if (running || chosen.length === 0) return
    const asked = new URLSearchParams({
      columns: [...new Set(chosen.flatMap(fieldsOf))].join(','),
      rows,
      header: header === 'fields' ? 'fields' : locale,
      bom: String(bom),
    })
    if (query.filter) asked.set('$filter', query.filter)
    if (query.search) asked.set('$search', query.search)
    if (query.orderBy) asked.set('$orderBy', query.orderBy)
    const day = new Date().toISOString().slice(0, 10)
    void start(`/orgs/${orgId}/orders:export?${asked}`, `${rows === 'lines' ? 'order-lines' : 'orders'}-${day}.csv`)
  }
  return (
    <Modal
      opened
      onClose={() => {
        stop()
        onClose()
      }}
      title={m.title}
      size={560}
      closeOnClickOutside={!running}
      closeButtonProps={{ 'aria-label': t.app.close }}
    >
      <form
        className={css.form}
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          submit()
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return
          event.preventDefault()
          submit()
        }}
      >
        <p className={css.text}>{m.text({ total: number(total), count: total })}</p>
        <fieldset disabled={running}>
          <Radio.Group label={m.rows} value={rows} onChange={(value) => setRows(value as Rows)}>
            <div className={css.group}>
              <Radio value="orders" label={m.perOrder} data-autofocus />
              <Radio value="lines" label={m.perLine} description={m.perLineHint} />
            </div>
          </Radio.Group>
          <div>
            <div className={css.columnsHead}>
              <strong id="export-columns">{m.columns}</strong>
              <span className="od-number">
                {m.chosen({ chosen: number(chosen.length), all: number(offered.length) })}
              </span>
              {left.size > 0 && (
                <button type="button" className={css.link} onClick={() => setLeft(new Set())}>
                  {m.all}
                </button>
              )}
            </div>
            {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would draw itself; these are boxes in a grid. */}
            <div className={css.columns} role="group" aria-labelledby="export-columns">
              {offered.map((column) => (
                <Checkbox
                  key={column.id}
                  label={column.label}
                  checked={!left.has(column.id)}
                  onChange={(event) => {
                    const next = new Set(left)
                    if (event.currentTarget.checked) next.delete(column.id)
                    else next.add(column.id)
                    setLeft(next)
                  }}
                />
              ))}
            </div>
            {chosen.length === 0 && (
              <p className={css.error} role="alert">
                {m.noColumns}
              </p>
            )}
          </div>
          <Radio.Group label={m.header} value={header} onChange={(value) => setHeader(value as typeof header)}>
            <div className={css.group}>
              <Radio value="words" label={m.headerWords} />
              <Radio value="fields" label={m.headerFields} />
            </div>
          </Radio.Group>
          <Checkbox
            label={m.bom}
            description={m.bomHint}
            checked={bom}
            onChange={(event) => setBom(event.currentTarget.checked)}
          />
        </fieldset>
        <ExportState state={state} counted={rows === 'orders'} />
        <div className={css.foot}>
          {running ? (
            <Button variant="default" onClick={stop}>
              {m.stop}
            </Button>
          ) : (
            <>
              <Button variant="default" onClick={onClose}>
                {t.app.cancel}
              </Button>
              <Button type="submit" disabled={chosen.length === 0} title="Ctrl/⌘ Enter">
                {m.start}
              </Button>
            </>
          )}
        </div>
      </form>
    </Modal>
  )
}

function fieldsOf({ id, fields }: ExportColumn): readonly string[] {
  return fields ?? known[id] ?? [id]
}
