'use client'

import { UnstyledButton } from '@mantine/core'
import { IconChevronRight } from '@tabler/icons-react'
import { useState } from 'react'
import { showCell } from '@/components/grid/columns'
import type { GridStore } from '@/components/grid/grid-store'
import { isDirty } from '@/components/grid/sheet'
import { sayProblem, useGrid } from '@/components/grid/use-grid'
import { useGridMessages } from '@/lib/client/messages/areas/grid'
import { useVariantMessages } from '@/lib/client/messages/areas/variants'
import { useLanguage } from '@/lib/client/messages/use-messages'
import css from './variant-cards.module.css'
import { skuOf, titleOf, variantFields } from './variant-columns'
import { VariantDialog } from './variant-dialog'

const priceColumn = variantFields.indexOf('amount')

/** The variants where a spreadsheet has no room: a line each, and a form behind it. */
export function VariantCards({ store, readOnly }: { store: GridStore; readOnly: boolean }) {
  const m = useVariantMessages()
  const cells = useGridMessages()
  const { locale } = useLanguage()
  const version = useGrid(store, (grid) => grid.version)
  const count = useGrid(store, ({ sheet }) => sheet.count)
  const active = useGrid(store, ({ activeRow }) => activeRow)
  // A row that was just added is the active one, and without a title: it wants to be filled in.
  const [open, setOpen] = useState<string | undefined>(
    active?.stored === null && titleOf(active.cells) === '' ? active.key : undefined,
  )
  const [seen, setSeen] = useState({ count, version })
  if (seen.count !== count) {
    setSeen({ count, version })
    if (count > seen.count && active?.stored === null) setOpen(active.key)
  }
  const opened = open === undefined ? undefined : store.sheet.row(open)
  return (
    <>
      <ul className={css.cards}>
        {Array.from({ length: count }, (_, at) => {
          const row = store.sheet.rowAt(at)!
          const problem = store.columns
            .map((_, column) => store.problemOf(row, column, (found) => sayProblem(found, cells, locale)))
            .find(Boolean)
          const state = row.removed ? m.row.removed : row.stored === null ? m.row.added : isDirty(row) && m.row.changed
          return (
            <li key={row.key} className={css.item}>
              <UnstyledButton className={css.card} data-removed={row.removed} onClick={() => setOpen(row.key)}>
                <span className={css.name}>{titleOf(row.cells) || m.row.untitled}</span>
                <span className={css.price}>
                  {showCell(store.columns[priceColumn]!, row.cells[priceColumn]!, locale)}
                </span>
                <span className={css.sku}>{skuOf(row.cells) ?? m.row.noSku}</span>
                {problem ? (
                  <span className={css.problem}>{problem}</span>
                ) : (
                  state && <span className={css.state}>{state}</span>
                )}
                <IconChevronRight className={css.chevron} size={16} aria-hidden />
              </UnstyledButton>
            </li>
          )
        })}
      </ul>
      {opened && (
        <VariantDialog
          key={opened.key}
          store={store}
          row={opened}
          readOnly={readOnly}
          onClose={() => setOpen(undefined)}
        />
      )}
    </>
  )
}
