'use client'

import { ActDialog } from '@/components/ui/act-dialog'
import { useVariantMessages } from '@/lib/client/messages/areas/variants'

type Props = { count: number; onConfirm: () => void; onClose: () => void }

/** The last word before variants are gone for good. */
export function SaveDeletionDialog({ count, onConfirm, onClose }: Props) {
  const m = useVariantMessages()
  return (
    <ActDialog
      title={m.save.deleteTitle({ count })}
      confirm={m.save.deleteConfirm}
      danger
      onClose={onClose}
      onConfirm={async () => onConfirm()}
    >
      <p>{m.save.deleteText}</p>
    </ActDialog>
  )
}
