'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { ActDialog } from '@/components/ui/act-dialog'
import { explain, requestIdOf } from '@/components/ui/failure'
import { Notice } from '@/components/ui/notice'
import type { Tagged } from '@/lib/client/api'
import { type Attribute, attributeImpactQuery, attributesKey, deleteAttribute } from '@/lib/client/attributes'
import { catalogBatchPath, takeBackBatch } from '@/lib/client/history'
import { inDialog } from '@/lib/client/in-dialog'
import { useAttributeMessages } from '@/lib/client/messages/areas/attributes'
import { useMessages } from '@/lib/client/messages/use-messages'
import { showToast } from '@/lib/client/toasts'

type Props = { attribute: Tagged<Attribute>; onClose: () => void; onDeleted: () => void }

/** Says how many products lose a value before an attribute is deleted. */
export function DeleteAttributeDialog({ attribute: { data, etag }, onClose, onDeleted }: Props) {
  const t = useMessages()
  const m = useAttributeMessages()
  const queryClient = useQueryClient()
  const restore = async (batchId: string) => {
    try {
      const { left } = await takeBackBatch(catalogBatchPath(batchId), t)
      await queryClient.invalidateQueries()
      const text = left.length > 0 ? m.restoredBut({ count: left.length, reason: left[0]!.reason }) : undefined
      showToast({ kind: text ? 'failed' : 'done', title: m.restored({ name: data.name }), text })
    } catch (error) {
      showToast({ kind: 'failed', title: m.notRestored, text: explain(error, t), requestId: requestIdOf(error) })
    }
  }
  const impact = useQuery(attributeImpactQuery(data.id))
  return (
    <ActDialog
      title={m.deleteTitle({ name: data.name })}
      confirm={m.deleteConfirm}
      danger
      onClose={onClose}
      onConfirm={async () => {
        if (!impact.data) throw new Error(m.deleteWait)
        const { batchId } = await inDialog(deleteAttribute(data.id, etag))
        const undo = batchId ? () => void restore(batchId) : undefined
        showToast({ kind: 'done', title: m.deleted({ name: data.name }), undo })
        onDeleted()
        queryClient.removeQueries({ queryKey: [...attributesKey, 'one', data.id] })
        void queryClient.invalidateQueries({ queryKey: attributesKey })
      }}
    >
      {impact.error ? (
        <Notice kind="bad" title={m.impactFailed}>
          {explain(impact.error, t)}
        </Notice>
      ) : impact.data ? (
        <p>{m.deleteEffect({ count: impact.data.numberOfProducts })}</p>
      ) : (
        <span className="od-skeleton" style={{ width: '60%' }} />
      )}
      <p className="od-muted">{m.deleteFinal}</p>
    </ActDialog>
  )
}
