'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { ListSelection } from '@/components/data-table/selection'
import { explain, requestIdOf } from '@/components/ui/failure'
import { formatInstant } from '@/lib/client/format'
import { useProductMessages } from '@/lib/client/messages/areas/products'
import { useLanguage } from '@/lib/client/messages/use-messages'
import {
  type BulkChange,
  type ChangeResult,
  changeProducts,
  leftOver,
  revertProducts,
} from '@/lib/client/product-changes'
import { type Product, productsKey } from '@/lib/client/products'
import { showToast } from '@/lib/client/toasts'

/** What is done to many products, as the screens call it. */
export type ChangeKind = 'publish' | 'unpublish' | 'archive' | 'category' | 'tags' | 'promote' | 'unpromote' | 'delete'

type Options = { signal?: AbortSignal; onProgress?: (done: number) => void }

const namedInToast = 3

/** Changes many products, says what became of them, and takes it back when asked. */
export function useProductChange(orgId: string, timeZone: string) {
  const { locale, messages: t } = useLanguage()
  const m = useProductMessages()
  const queryClient = useQueryClient()
  const [failed, setFailed] = useState<ChangeResult>()

  const undo = async (batchId: string) => {
    try {
      const result = await revertProducts(orgId, batchId)
      await queryClient.invalidateQueries({ queryKey: productsKey(orgId) })
      const left = leftOver(result)
      const lines = left.slice(0, namedInToast).map(({ name, reason, changedBy }) =>
        changedBy
          ? m.changedSince({
              name: name ?? m.gone,
              who: changedBy.actor.name,
              when: formatInstant(locale, timeZone, changedBy.at),
            })
          : m.because({ name: name ?? m.gone, reason: reason ?? '' }),
      )
      if (left.length > namedInToast) lines.push(m.andMore({ count: left.length - namedInToast }))
      if (left.length === 0) showToast({ kind: 'done', title: m.undone({ count: result.changed }) })
      else {
        const title = m.undoneSome({ done: result.changed, failed: left.length })
        showToast({ kind: 'failed', title, text: lines.join(' · ') })
      }
    } catch (error) {
      showToast({ kind: 'failed', title: t.toast.failed, text: explain(error, t), requestId: requestIdOf(error) })
    }
  }

  /** Rejects when nothing was changed. */
  const run = async (
    kind: ChangeKind,
    selection: ListSelection<Product>,
    change: BulkChange,
    options: Options = {},
  ): Promise<void> => {
    const result = await changeProducts(orgId, selection, change, options)
    const left = leftOver(result)
    if (left.length === 0) selection.clear()
    else
      selection.keep(
        left.map(({ id }) => id),
        new Map(left.map(({ id, reason }) => [id, reason ?? ''])),
      )
    await queryClient.invalidateQueries({ queryKey: productsKey(orgId) })
    const takeBack = result.changed > 0 ? () => void undo(result.batchId) : undefined
    if (left.length > 0) {
      setFailed(result)
      const title = m.someFailed({ done: result.changed, failed: left.length })
      showToast({ kind: 'failed', title, text: m.failedStay, undo: takeBack })
    } else if (result.changed === 0) showToast({ kind: 'done', title: m.nothing })
    else {
      const text = result.unchanged > 0 ? m.unchangedToo({ count: result.unchanged }) : undefined
      showToast({ kind: 'done', title: m.done[kind]({ count: result.changed }), text, undo: takeBack })
    }
  }

  return {
    run,
    /** The latest result in which something failed, until it has been looked at. */
    failed,
    dismiss: () => setFailed(undefined),
  }
}
