'use client'

import { Radio } from '@mantine/core'
import { useState } from 'react'
import type { ExportedList } from '@/components/data-table/resource-list'
import type { ExportColumn } from '@/components/export/export-columns'
import { ExportDialog } from '@/components/export/export-dialog'
import css from '@/components/export/export-dialog.module.css'
import { formatNumber } from '@/lib/client/format'
import { useExportMessages } from '@/lib/client/messages/areas/export'
import { useLanguage } from '@/lib/client/messages/use-messages'

type Props = { orgId: string; list: ExportedList; onClose: () => void }

const lineFields = [
  'lineItems.sku',
  'lineItems.productName',
  'lineItems.variantTitle',
  'lineItems.quantity',
  'lineItems.price.amount',
]
const isOfLines = ({ fields }: ExportColumn) => fields.some((field) => field.startsWith('lineItems'))

/** Writes the orders on screen to a file, one row for each order or for each of its lines. */
export function OrderExport({ orgId, list, onClose }: Props) {
  const { locale } = useLanguage()
  const m = useExportMessages()
  const [rows, setRows] = useState<'orders' | 'lines'>('orders')
  const columns: ExportColumn[] =
    rows === 'orders'
      ? list.columns
      : [
          ...list.columns.filter((column) => !isOfLines(column)),
          ...lineFields.map((field) => ({ id: field, label: m.lineColumns[field]!, fields: [field] })),
        ]
  return (
    <ExportDialog
      title={m.title}
      text={m.text({ total: formatNumber(locale, list.total), count: list.total })}
      path={`/orgs/${orgId}/orders`}
      asks={{ rows }}
      name={rows === 'lines' ? 'order-lines' : 'orders'}
      query={list.query}
      columns={columns}
      counted={rows === 'orders'}
      onClose={onClose}
    >
      <Radio.Group label={m.rows} value={rows} onChange={(value) => setRows(value as typeof rows)}>
        <div className={css.group}>
          <Radio value="orders" label={m.perOrder} data-autofocus />
          <Radio value="lines" label={m.perLine} description={m.perLineHint} />
        </div>
      </Radio.Group>
    </ExportDialog>
  )
}
