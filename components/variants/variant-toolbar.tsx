'use client'

import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconArrowBackUp, IconPlus, IconRefresh, IconSearch, IconTrash, IconWand, IconX } from '@tabler/icons-react'
import { useState } from 'react'
import type { GridStore } from '@/components/grid/grid-store'
import { GridTools } from '@/components/grid/grid-tools'
import { useGrid } from '@/components/grid/use-grid'
import page from '@/components/ui/page.module.css'
import { formatNumber } from '@/lib/client/format'
import { useVariantMessages } from '@/lib/client/messages/areas/variants'
import { useLanguage } from '@/lib/client/messages/use-messages'
import { variantLimits } from '@/lib/client/variants'
import css from './variants-page.module.css'

type Props = {
  store: GridStore
  readOnly: boolean
  /** Whether there are cells to select, or only cards. */
  withCells: boolean
  onGenerate: () => void
  onAdd: () => void
  onReload: () => Promise<void>
}

/** The rows of the selection, and whether all of them are to be deleted already: `1 of 3`. */
function selectedRows({ sheet, range }: GridStore) {
  const keys: string[] = []
  let removed = 0
  for (let at = range.top; at <= range.bottom; at++) {
    const row = sheet.rowAt(at)
    if (!row) continue
    keys.push(row.key)
    if (row.removed) removed++
  }
  return { keys, allRemoved: keys.length > 0 && removed === keys.length }
}

/** What can be done to rows. What can be done to cells stands beside it. */
export function VariantToolbar({ store, readOnly, withCells, onGenerate, onAdd, onReload }: Props) {
  const m = useVariantMessages()
  const { locale, messages: t } = useLanguage()
  const [text, setText] = useState('')
  const [loading, setLoading] = useState(false)
  const shown = useGrid(store, ({ sheet }) => sheet.count)
  const total = useGrid(store, ({ sheet }) => sheet.rows.length)
  const isFiltered = useGrid(store, ({ sheet }) => sheet.isFiltered)
  const rows = useGrid(store, ({ range }) => range.bottom - range.top + 1)
  const allRemoved = useGrid(store, (grid) => selectedRows(grid).allRemoved)
  const counted = { count: rows, text: formatNumber(locale, rows) }
  const isFull = total >= variantLimits.most

  const filter = (next: string) => {
    setText(next)
    store.sheet.filter(next, locale)
  }
  return (
    <div className={page.tools}>
      <TextInput
        className={css.filter}
        aria-label={m.filter}
        placeholder={m.filter}
        leftSection={<IconSearch size={15} />}
        rightSection={
          text && (
            <ActionIcon size={24} aria-label={m.clearFilter} onClick={() => filter('')}>
              <IconX size={14} />
            </ActionIcon>
          )
        }
        value={text}
        onChange={(event) => filter(event.currentTarget.value)}
      />
      {isFiltered && (
        <span className="od-muted od-number" role="status">
          {m.shown({ shown: formatNumber(locale, shown), total: formatNumber(locale, total) })}
        </span>
      )}
      <ActionIcon
        aria-label={t.app.refresh}
        title={t.app.refresh}
        loading={loading}
        onClick={async () => {
          setLoading(true)
          await onReload()
          setLoading(false)
        }}
      >
        <IconRefresh size={17} />
      </ActionIcon>
      <span className={page.space} />
      {!readOnly && (
        <>
          {withCells && <GridTools store={store} />}
          {withCells && shown > 0 && (
            <Button
              variant="subtle"
              color={allRemoved ? 'gray' : 'red'}
              leftSection={allRemoved ? <IconArrowBackUp size={16} /> : <IconTrash size={16} />}
              title={m.removeHint}
              onClick={() => {
                const { keys } = selectedRows(store)
                if (allRemoved) store.sheet.keep(keys)
                else store.sheet.remove(keys)
              }}
            >
              {allRemoved ? m.keep(counted) : m.remove(counted)}
            </Button>
          )}
          <Button
            variant="default"
            leftSection={<IconPlus size={16} />}
            disabled={isFull}
            title={isFull ? m.addFull({ most: formatNumber(locale, variantLimits.most) }) : undefined}
            onClick={() => {
              if (isFiltered) filter('')
              onAdd()
            }}
          >
            {m.add}
          </Button>
          <Button leftSection={<IconWand size={16} />} onClick={onGenerate}>
            {m.generate}
          </Button>
        </>
      )}
    </div>
  )
}
