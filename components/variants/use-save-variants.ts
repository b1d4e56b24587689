'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { GridStore } from '@/components/grid/grid-store'
import { isDirty, type Settled, type SheetRow, wholeRow } from '@/components/grid/sheet'
import type { Saving } from '@/components/grid/sheet-save-bar'
import { explain, requestIdOf } from '@/components/ui/failure'
import { formatNumber } from '@/lib/client/format'
import { useVariantMessages } from '@/lib/client/messages/areas/variants'
import { useLanguage } from '@/lib/client/messages/use-messages'
import { productsKey } from '@/lib/client/products'
import { showToast } from '@/lib/client/toasts'
import { changeVariants, createVariants, deleteVariants, type Outcome } from '@/lib/client/variant-batches'
import { skuOf, toCellErrors, toNewVariant, toVariantPatch } from './variant-columns'

/** What there is to send, without the rows that are wrong on their face. */
function plan(store: GridStore) {
  const dirty = store.sheet.rows.filter(isDirty)
  const isFine = (row: SheetRow) =>
    row.removed || store.columns.every((_, column) => row.errors?.[column] || !store.problemOf(row, column, () => 'x'))
  const ready = dirty.filter(isFine)
  return {
    unready: dirty.length - ready.length,
    removed: ready.filter(({ removed }) => removed),
    changed: ready.filter(({ removed, stored }) => !removed && stored !== null),
    added: ready.filter(({ removed, stored }) => !removed && stored === null),
  }
}

/**
 * Saves what differs: deletions first, because they set SKUs free, then changes, then new rows. Rows are clean as soon
 * as they are stored; what was refused says why in its cell and stays to be saved again.
 */
export function useSaveVariants(store: GridStore, orgId: string, productId: string, reload: () => Promise<void>) {
  const m = useVariantMessages()
  const { locale, messages: t } = useLanguage()
  const queryClient = useQueryClient()
  const [saving, setSaving] = useState<Saving>()
  const running = useRef(false)

  async function save() {
    if (running.current) return
    store.insist(true)
    const { unready, removed, changed, added } = plan(store)
    const total = removed.length + changed.length + added.length
    if (total === 0) {
      const text = unready > 0 ? m.save.fix({ count: unready }) : m.save.nothing
      showToast({ kind: unready > 0 ? 'failed' : 'done', title: unready > 0 ? t.toast.failed : text, text })
      return
    }
    running.current = true
    const abort = new AbortController()
    const sent = new Map([...changed, ...added].map((row) => [row.key, row.cells]))
    let stored = 0
    let failed = 0
    const show = () => setSaving({ done: stored + failed, total, stop: () => abort.abort() })
    show()
    const onProgress = (outcomes: Outcome[]) => {
      const settled: Settled = { stored: [], failed: [], gone: [] }
      for (const { key, id, ok, gone, errors } of outcomes) {
        const cells = sent.get(key)
        if (!cells && (ok || gone)) settled.gone.push(key)
        else if (cells && ok) settled.stored.push({ key, cells, id })
        else settled.failed.push({ key, errors: gone ? { [wholeRow]: m.save.gone } : toCellErrors(errors, t) })
      }
      stored += settled.stored.length + settled.gone.length
      failed += settled.failed.length
      store.sheet.settle(settled)
      show()
    }
    const number = (value: number) => formatNumber(locale, value)
    try {
      await deleteVariants(
        removed.map(({ key }) => key),
        onProgress,
        abort.signal,
      )
      await changeVariants(
        changed.map((row) => ({
          key: row.key,
          data: toVariantPatch(row),
          oldSku: skuOf(row.stored),
          newSku: skuOf(row.cells),
        })),
        onProgress,
        abort.signal,
      )
      await createVariants(
        productId,
        added.map((row) => ({ key: row.key, data: toNewVariant(row) })),
        onProgress,
        abort.signal,
      )
      const left = failed + unready
      if (abort.signal.aborted) showToast({ kind: 'done', title: m.save.stopped({ saved: number(stored) }) })
      else if (left > 0) {
        showToast({
          kind: 'failed',
          title: m.save.some({ saved: number(stored), left: number(left) }),
          text: m.save.someText,
        })
      } else showToast({ kind: 'done', title: m.save.saved({ count: stored, text: number(stored) }) })
    } catch (error) {
      showToast({ kind: 'failed', title: m.save.failed, text: explain(error, t), requestId: requestIdOf(error) })
    } finally {
      running.current = false
      setSaving(undefined)
      if (unready === 0) store.insist(false)
      // The product counts its variants and has a new version now.
      if (stored > 0) void queryClient.invalidateQueries({ queryKey: productsKey(orgId) })
      if (stored > 0 && removed.length + added.length > 0) void reload()
    }
  }
  return { save, saving }
}
