'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { GridStore } from '@/components/grid/grid-store'
import { isDirty, type Settled, type SheetRow, wholeRow } from '@/components/grid/sheet'
import type { Saving } from '@/components/grid/sheet-save-bar'
import { explain, requestIdOf } from '@/components/ui/failure'
import { formatNumber } from '@/lib/client/format'
import { historyPath, productBatchPath, takeBackBatch } from '@/lib/client/history'
import { listKey } from '@/lib/client/lists'
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

  const refresh = () =>
    Promise.all([
      reload(),
      queryClient.invalidateQueries({ queryKey: productsKey(orgId) }),
      queryClient.invalidateQueries({ queryKey: listKey(historyPath(orgId)) }),
    ])

  async function bringBack(batchId: string, count: number) {
    try {
      const { left } = await takeBackBatch(productBatchPath(orgId, batchId), t)
      if (left.length === 0) {
        showToast({ kind: 'done', title: m.save.restored({ count, text: formatNumber(locale, count) }) })
      } else showToast({ kind: 'failed', title: m.save.notRestored, text: left.map(({ reason }) => reason).join(' ') })
    } catch (error) {
      showToast({ kind: 'failed', title: m.save.notRestored, text: explain(error, t), requestId: requestIdOf(error) })
    }
    await refresh()
  }

  /** What a toast says of deletions in a save, and the way back; what else was saved stays. */
  const undoDeletion = (batchId: string | undefined, count: number): { text?: string; undo?: () => void } =>
    batchId && count > 0
      ? {
          text: m.save.undoDeleted({ count, text: formatNumber(locale, count) }),
          undo: () => void bringBack(batchId, count),
        }
      : {}

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
    let deleted = 0
    let batchId: string | undefined
    const show = () => setSaving({ done: stored + failed, total, stop: () => abort.abort() })
    show()
    const onProgress = (outcomes: Outcome[]) => {
      const settled: Settled = { stored: [], failed: [], gone: [] }
      for (const { key, id, ok, gone, errors } of outcomes) {
        const cells = sent.get(key)
        if (!cells && ok) deleted++
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
        (batch) => {
          batchId = batch
        },
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
      const back = undoDeletion(batchId, deleted)
      if (abort.signal.aborted) showToast({ kind: 'done', title: m.save.stopped({ saved: number(stored) }), ...back })
      else if (left > 0) {
        showToast({
          kind: 'failed',
          title: m.save.some({ saved: number(stored), left: number(left) }),
          ...back,
          text: [m.save.someText, back.text].filter(Boolean).join(' '),
        })
      } else if (deleted === stored && deleted > 0) {
        const title = m.save.deleted({ count: deleted, text: number(deleted) })
        showToast({ kind: 'done', title, undo: back.undo })
      } else showToast({ kind: 'done', title: m.save.saved({ count: stored, text: number(stored) }), ...back })
    } catch (error) {
      const { undo } = undoDeletion(batchId, deleted)
      showToast({ kind: 'failed', title: m.save.failed, text: explain(error, t), requestId: requestIdOf(error), undo })
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
