'use client'

import { Button, Checkbox, Modal, Radio } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import type { ExportedList } from '@/components/data-table/resource-list'
import css from '@/components/orders/export-dialog.module.css'
import { ExportState } from '@/components/orders/export-state'
import { useExport } from '@/components/orders/use-export'
import { formatNumber } from '@/lib/client/format'
import { useExportMessages } from '@/lib/client/messages/areas/export'
import { useProductMessages } from '@/lib/client/messages/areas/products'
import { useLanguage } from '@/lib/client/messages/use-messages'
import { productsPath } from '@/lib/client/products'

type Props = { orgId: string; list: ExportedList; onClose: () => void }

/** What a file may have besides the columns on screen. */
const further = ['id', 'variants.sku', 'description'] as const

/** Writes exactly the list on screen to a file: the same products in the same order, the columns one chooses. */
export function ExportDialog({ orgId, list, onClose }: Props) {
  const { locale, messages: t } = useLanguage()
  const m = useExportMessages()
  const words = useProductMessages()
  const [header, setHeader] = useState<'words' | 'fields'>('words')
  const [bom, setBom] = useState(true)
  const offered = [
    ...list.columns,
    ...further
      .filter((field) => !list.columns.some(({ fields }) => fields.includes(field)))
      .map((field) => ({ id: field, label: words.exportFields[field], fields: [field] })),
  ]
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(list.columns.map(({ id }) => id)))
  const { state, start, stop } = useExport(onClose)
  const running = state.kind === 'running'
  const number = (value: number) => formatNumber(locale, value)

  const submit = () => {
    if (running || chosen.size === 0) return
    const fields = offered.filter(({ id }) => chosen.has(id)).flatMap((column) => column.fields)
    const asked = new URLSearchParams({
      columns: [...new Set(fields)].join(','),
      header: header === 'fields' ? 'fields' : locale,
      bom: String(bom),
    })
    if (list.query.filter) asked.set('$filter', list.query.filter)
    if (list.query.search) asked.set('$search', list.query.search)
    if (list.query.orderBy) asked.set('$orderBy', list.query.orderBy)
    const day = new Date().toISOString().slice(0, 10)
    void start(`${productsPath(orgId)}:export?${asked}`, `products-${day}.csv`)
  }
  return (
    <Modal
      opened
      onClose={() => {
        stop()
        onClose()
      }}
      title={words.exportTitle}
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
        <p className={css.text}>{words.exportText({ count: list.total, total: number(list.total) })}</p>
        <fieldset disabled={running}>
          <div>
            <div className={css.columnsHead}>
              <strong id="export-columns">{m.columns}</strong>
              <span className="od-number">
                {m.chosen({ chosen: number(chosen.size), all: number(offered.length) })}
              </span>
            </div>
            {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would draw itself; these are boxes in a grid. */}
            <div className={css.columns} role="group" aria-labelledby="export-columns">
              {offered.map(({ id, label }) => (
                <Checkbox
                  key={id}
                  label={label}
                  checked={chosen.has(id)}
                  onChange={({ currentTarget: { checked } }) =>
                    setChosen(
                      new Set(
                        offered.map((each) => each.id).filter((each) => (each === id ? checked : chosen.has(each))),
                      ),
                    )
                  }
                />
              ))}
            </div>
            {chosen.size === 0 && (
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
        <ExportState state={state} counted />
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
              <Button type="submit" disabled={chosen.size === 0} title="Ctrl/⌘ Enter">
                {m.start}
              </Button>
            </>
          )}
        </div>
      </form>
    </Modal>
  )
}
