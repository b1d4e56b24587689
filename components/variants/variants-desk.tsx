'use client'

import { useMediaQuery } from '@mantine/hooks'
import dynamic from 'next/dynamic'
import { useEffect, useMemo, useState } from 'react'
import { Grid } from '@/components/grid/grid'
import { GridStore } from '@/components/grid/grid-store'
import { focusActive } from '@/components/grid/keys'
import { restoreDraft, type SheetDraft, takeDraft } from '@/components/grid/sheet-draft'
import { SheetSaveBar } from '@/components/grid/sheet-save-bar'
import { useGrid } from '@/components/grid/use-grid'
import { DraftNotice } from '@/components/ui/draft-notice'
import { MessagePage } from '@/components/ui/message-page'
import { Notice } from '@/components/ui/notice'
import page from '@/components/ui/page.module.css'
import { useDraft } from '@/lib/client/editing/use-draft'
import { useUnsaved } from '@/lib/client/editing/use-unsaved'
import { useVariantMessages } from '@/lib/client/messages/areas/variants'
import type { Product } from '@/lib/client/products'
import { type Variant, variantLimits } from '@/lib/client/variants'
import { SaveDeletionDialog } from './save-deletion-dialog'
import { useSaveVariants } from './use-save-variants'
import { VariantCards } from './variant-cards'
import { blankCells, toCells, variantColumns } from './variant-columns'
import { VariantToolbar } from './variant-toolbar'
import css from './variants-page.module.css'

const GeneratorDialog = dynamic(() => import('./generator-dialog').then((module) => module.GeneratorDialog), {
  ssr: false,
})

type Props = {
  orgId: string
  product: Product
  currency: string
  variants: readonly Variant[]
  /** Reads them anew; what is unsaved stays on top. */
  reload: () => Promise<void>
  /** Why nothing can be changed. */
  notice?: string
  readOnly: boolean
  /** What the empty page was left for. */
  start?: 'generate' | 'add'
}

const addRow = (store: GridStore) => {
  const [key] = store.sheet.add([blankCells(store.sheet.rows.at(-1)?.cells)])
  const place = store.sheet.placeOf(key!)
  if (place < 0) return
  store.select({ row: place, column: 0 })
  focusActive(store)
}

/** The variants at work: toolbar, spreadsheet (or cards where it is narrow), and the bar that saves. */
export function VariantsDesk({ orgId, product, currency, variants, reload, notice, readOnly, start }: Props) {
  const m = useVariantMessages()
  const isNarrow = useMediaQuery('(max-width: 760px)', false, { getInitialValueInEffect: false })
  const columns = useMemo(() => variantColumns(currency, m, readOnly), [currency, m, readOnly])
  const [store] = useState(() => {
    const made = new GridStore(columns)
    made.sheet.load(variants.map((variant) => ({ key: variant.id, cells: toCells(variant) })))
    if (start === 'add') addRow(made)
    return made
  })
  const [dialog, setDialog] = useState<'generate' | 'delete' | undefined>(start === 'generate' ? 'generate' : undefined)
  const { save, saving } = useSaveVariants(store, orgId, product.id, reload)
  const count = useGrid(store, ({ sheet }) => sheet.count)
  const isFiltered = useGrid(store, ({ sheet }) => sheet.isFiltered)

  useEffect(() => {
    if (store.columns !== columns) store.columns = columns
  }, [store, columns])
  useEffect(() => {
    store.sheet.load(variants.map((variant) => ({ key: variant.id, cells: toCells(variant) })))
  }, [store, variants])

  const askOrSave = () => {
    if (readOnly) return
    if (store.summary.removed > 0) setDialog('delete')
    else void save()
  }
  const latestSave = useLatest(askOrSave)
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || !(event.ctrlKey || event.metaKey) || event.key.toLowerCase() !== 's') return
      event.preventDefault()
      latestSave.current()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [latestSave])

  return (
    <>
      <VariantToolbar
        store={store}
        readOnly={readOnly}
        withCells={!isNarrow}
        onGenerate={() => setDialog('generate')}
        onAdd={() => addRow(store)}
        onReload={reload}
      />
      {notice && (
        <div className={page.notices}>
          <Notice kind="plain">{notice}</Notice>
        </div>
      )}
      {!readOnly && <DraftKeeper store={store} product={product} />}
      <div className={css.sheet}>
        {count === 0 ? (
          <MessagePage title={isFiltered ? m.noMatch : m.empty} text={isFiltered ? m.noMatchText : m.emptyText} />
        ) : isNarrow ? (
          <VariantCards store={store} readOnly={readOnly} />
        ) : (
          <Grid
            store={store}
            label={m.of({ product: product.name })}
            newRows={
              readOnly
                ? undefined
                : { most: variantLimits.most, blank: () => blankCells(store.sheet.rows.at(-1)?.cells) }
            }
            onSave={askOrSave}
          />
        )}
      </div>
      {!readOnly && <SheetSaveBar store={store} saving={saving} onSave={askOrSave} />}
      {dialog === 'delete' && (
        <SaveDeletionDialog
          count={store.summary.removed}
          onClose={() => setDialog(undefined)}
          onConfirm={() => {
            setDialog(undefined)
            void save()
          }}
        />
      )}
      {dialog === 'generate' && (
        <GeneratorDialog
          orgId={orgId}
          product={product}
          currency={currency}
          onClose={() => setDialog(undefined)}
          onMade={reload}
        />
      )}
    </>
  )
}

/** Listens to the store by itself, so that typing does not render the whole page. */
function DraftKeeper({ store, product }: { store: GridStore; product: Product }) {
  const version = useGrid(store, (grid) => grid.version)
  const dirty = useGrid(store, ({ summary }) => summary.dirty)
  const value = useMemo(() => takeDraft(store.sheet), [store, version]) // The version stands for what the store holds.
  const draft = useDraft<SheetDraft>({ key: `variants/${product.id}`, value, dirty, base: product.updatedAt })
  useUnsaved(dirty)
  if (!draft.found) return null
  return (
    <div className={page.notices}>
      <DraftNotice
        draft={draft}
        base={product.updatedAt}
        onRestore={(found) => restoreDraft(store.sheet, found, blankCells(undefined))}
      />
    </div>
  )
}

/** The latest of a function that a listener calls later. */
function useLatest<T>(value: T) {
  const [box] = useState(() => ({ current: value }))
  useEffect(() => {
    box.current = value
  })
  return box
}
