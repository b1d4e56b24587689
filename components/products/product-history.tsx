'use client'

import { useQueryClient } from '@tanstack/react-query'
import { HistoryTab } from '@/components/history/history-tab'
import { explain, requestIdOf } from '@/components/ui/failure'
import type { Tagged } from '@/lib/client/api'
import { type Change, historyPath, revertPath, takeBackBatch } from '@/lib/client/history'
import { listKey } from '@/lib/client/lists'
import { useEditorMessages } from '@/lib/client/messages/areas/product-editor'
import { useMessages } from '@/lib/client/messages/use-messages'
import { isRevertible, revertPatch } from '@/lib/client/product-history'
import { type Product, patchProduct, productQuery, productsKey } from '@/lib/client/products'
import { showToast } from '@/lib/client/toasts'
import { variantsKey } from '@/lib/client/variants'

type Props = { orgId: string; server: Tagged<Product>; mayEdit: boolean }

const lostVariants = ({ operation, batchId }: Change) => operation === 'removeVariants' && batchId !== null

/** What happened to a product; a change is taken back by a change of its own, lost variants by what deleted them. */
export function ProductHistory({ orgId, server, mayEdit }: Props) {
  const t = useMessages()
  const m = useEditorMessages()
  const queryClient = useQueryClient()
  const { data: product, etag } = server
  const bringBack = async (entry: Change) => {
    const { done, left } = await takeBackBatch(revertPath(orgId, entry)!, t)
    if (left.length > 0) showToast({ kind: 'failed', title: m.cannotRevert, text: left[0]!.reason })
    else showToast({ kind: 'done', title: done > 0 ? m.reverted : m.alreadyReverted })
    await queryClient.invalidateQueries({ queryKey: productQuery(orgId, product.id).queryKey })
    await queryClient.invalidateQueries({ queryKey: variantsKey(orgId, product.id) })
  }
  const revert = async (entry: Change) => {
    try {
      if (lostVariants(entry)) await bringBack(entry)
      else {
        const fresh = await patchProduct(orgId, product.id, revertPatch(product, entry), etag)
        queryClient.setQueryData(productQuery(orgId, product.id).queryKey, fresh)
        showToast({ kind: 'done', title: m.reverted })
      }
    } catch (error) {
      showToast({ kind: 'failed', title: t.toast.failed, text: explain(error, t), requestId: requestIdOf(error) })
      await queryClient.invalidateQueries({ queryKey: productQuery(orgId, product.id).queryKey })
    }
    await Promise.all([
      queryClient.invalidateQueries({ queryKey: listKey(historyPath(orgId)) }),
      queryClient.invalidateQueries({
        queryKey: productsKey(orgId),
        predicate: ({ queryKey }) => queryKey[2] !== 'one',
      }),
    ])
  }
  return (
    <HistoryTab
      orgId={orgId}
      entityType="product"
      entityId={product.id}
      onRevert={mayEdit ? revert : undefined}
      mayRevert={(entry) => lostVariants(entry) || isRevertible(entry)}
    />
  )
}
