'use client'

import type { ExportedList } from '@/components/data-table/resource-list'
import { ExportDialog } from '@/components/export/export-dialog'
import { formatNumber } from '@/lib/client/format'
import { useProductMessages } from '@/lib/client/messages/areas/products'
import { useLanguage } from '@/lib/client/messages/use-messages'
import { productsPath } from '@/lib/client/products'

type Props = { orgId: string; list: ExportedList; onClose: () => void }

/** What a file may have besides the columns on screen. */
const further = ['id', 'variants.sku', 'description'] as const

/** Writes the products on screen to a file. */
export function ProductExport({ orgId, list, onClose }: Props) {
  const { locale } = useLanguage()
  const m = useProductMessages()
  const isShown = (field: string) => list.columns.some(({ fields }) => fields.includes(field))
  return (
    <ExportDialog
      title={m.exportTitle}
      text={m.exportText({ count: list.total, total: formatNumber(locale, list.total) })}
      path={productsPath(orgId)}
      name="products"
      query={list.query}
      columns={[
        ...list.columns,
        ...further
          .filter((field) => !isShown(field))
          .map((field) => ({ id: field, label: m.exportFields[field], fields: [field], extra: true })),
      ]}
      counted
      onClose={onClose}
    />
  )
}
