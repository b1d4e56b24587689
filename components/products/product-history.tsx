'use client'

import { useQueryClient } from '@tanstack/react-query'
import { HistoryTab } from '@/components/history/history-tab'
import { explain, requestIdOf } from '@/components/ui/failure'
import type { Tagged } from '@/lib/client/api'
import { type Change, historyPath } from '@/lib/client/history'
import { listKey } from '@/lib/client/lists'
import { useEditorMessages } from '@/lib/client/messages/areas/product-editor'
import { useMessages } from '@/lib/client/messages/use-messages'
import { isRevertible, revertPatch } from '@/lib/client/product-history'
import { type Product, patchProduct, productQuery, productsKey } from '@/lib/client/products'
import { showToast } from '@/lib/client/toasts'

type Props = { orgId: string; server: Tagged<Product>; mayEdit: boolean }

/** What happened to a product; a change is taken back by a change of its own. */
export function ProductHistory({ orgId, server, mayEdit }: Props) {
  const t = useMessages()
  const m = useEditorMessages()
  const queryClient = useQueryClient()
  const { data: product, etag } = server
  const revert = async (entry: Change) => {
    try {
      const fresh = await patchProduct(orgId, product.id, revertPatch(product, entry), etag)
      queryClient.setQueryData(productQuery(orgId, product.id).queryKey, fresh)
      showToast({ kind: 'done', title: m.reverted })
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
      mayRevert={isRevertible}
    />
  )
}
