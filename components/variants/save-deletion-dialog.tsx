'use client'

import { ActDialog } from '@/components/ui/act-dialog'
import { formatNumber } from '@/lib/client/format'
import { useVariantMessages } from '@/lib/client/messages/areas/variants'
import { useLanguage } from '@/lib/client/messages/use-messages'

type Props = { count: number; onConfirm: () => void; onClose: () => void }

/** The last word before variants are deleted. */
export function SaveDeletionDialog({ count, onConfirm, onClose }: Props) {
  const m = useVariantMessages()
  const { locale } = useLanguage()
  return (
    <ActDialog
      title={m.save.deleteTitle({ count, text: formatNumber(locale, count) })}
      confirm={m.save.deleteConfirm}
      danger
      onClose={onClose}
      onConfirm={async () => onConfirm()}
    >
      <p>{m.save.deleteText}</p>
    </ActDialog>
  )
}
