'use client'

import { Button, Checkbox, Modal, Radio } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { ExportedList } from '@/components/data-table/resource-list'
import { DialogForm } from '@/components/ui/dialog-form'
import layout from '@/components/ui/form.module.css'
import { useExportMessages } from '@/lib/client/messages/areas/export'
import { useLanguage } from '@/lib/client/messages/use-messages'
import { type ExportColumn, ExportColumns } from './export-columns'
import css from './export-dialog.module.css'
import { ExportState } from './export-state'
import { useExport } from './use-export'

type Props = {
  title: string
  text: string
  /** Where the file comes from, below `/api`; `asks` is what it takes besides what every file does. */
  path: string
  asks?: Record<string, string>
  /** What the file is called, without the day. */
  name: string
  query: ExportedList['query']
  /** What the file may have; left out where its columns are fixed, and its first line is then in words. */
  columns?: readonly ExportColumn[]
  /** Each thing that was counted is one row of the file. */
  counted: boolean
  /** Choices of this list only, above the columns; the first of them takes the focus. */
  children?: ReactNode
  onClose: () => void
}

/** Writes exactly the list on screen to a file: the same rows in the same order, the columns one chooses. */
export function ExportDialog(props: Props) {
  const { title, text, path, asks, name, query, columns, counted, children, onClose } = props
  const { locale, messages: t } = useLanguage()
  const m = useExportMessages()
  const [header, setHeader] = useState<'words' | 'fields'>('words')
  const [bom, setBom] = useState(true)
  // Ids of those that are not as they are at first.
  const [flipped, setFlipped] = useState<ReadonlySet<string>>(new Set())
  const { state, start, stop } = useExport(onClose)
  const running = state.kind === 'running'
  const chosen = columns?.filter(({ id, extra }) => flipped.has(id) === Boolean(extra))
  const blocked = chosen?.length === 0

  const submit = () => {
    if (running || blocked) return
    const asked = new URLSearchParams({ ...asks, header: header === 'fields' ? 'fields' : locale, bom: String(bom) })
    if (chosen) asked.set('columns', [...new Set(chosen.flatMap(({ fields }) => fields))].join(','))
    if (query.filter) asked.set('$filter', query.filter)
    if (query.search) asked.set('$search', query.search)
    if (query.orderBy) asked.set('$orderBy', query.orderBy)
    const day = new Date().toISOString().slice(0, 10)
    void start(`${path}:export?${asked}`, `${name}-${day}.csv`)
  }
  return (
    <Modal
      opened
      onClose={() => {
        stop()
        onClose()
      }}
      title={title}
      size={columns ? 560 : 480}
      closeOnClickOutside={!running}
      closeButtonProps={{ 'aria-label': t.app.close }}
    >
      <DialogForm className={css.form} onSubmit={submit}>
        <p className="od-muted">{text}</p>
        <fieldset disabled={running}>
          {children}
          {columns && chosen && (
            <>
              <ExportColumns columns={columns} chosen={chosen} onFlip={setFlipped} takesFocus={!children} />
              <Radio.Group label={m.header} value={header} onChange={(value) => setHeader(value as typeof header)}>
                <div className={css.group}>
                  <Radio value="words" label={m.headerWords} />
                  <Radio value="fields" label={m.headerFields} />
                </div>
              </Radio.Group>
            </>
          )}
          <Checkbox
            label={m.bom}
            description={m.bomHint}
            data-autofocus={!columns || undefined}
            checked={bom}
            onChange={(event) => setBom(event.currentTarget.checked)}
          />
        </fieldset>
        <ExportState state={state} counted={counted} />
        <div className={layout.foot}>
          {running ? (
            <Button variant="default" onClick={stop}>
              {m.stop}
            </Button>
          ) : (
            <>
              <Button variant="default" onClick={onClose}>
                {t.app.cancel}
              </Button>
              <Button type="submit" disabled={blocked} title="Ctrl/⌘ Enter">
                {m.start}
              </Button>
            </>
          )}
        </div>
      </DialogForm>
    </Modal>
  )
}
