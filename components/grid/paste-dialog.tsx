'use client'

import { Button } from '@mantine/core'
import { ActDialog } from '@/components/ui/act-dialog'
import { formatNumber } from '@/lib/client/format'
import { useGridMessages } from '@/lib/client/messages/areas/grid'
import { useLanguage } from '@/lib/client/messages/use-messages'
import type { PastePlan } from './clipboard'
import { heightOf } from './range'

type Props = {
  plan: PastePlan
  /** How many rows may still be added. */
  room: number
  isFiltered: boolean
  onPaste: (add: number) => void
  onClose: () => void
}

/** Pasting more rows than there are: add them, or leave them out. */
export function PasteDialog({ plan, room, isFiltered, onPaste, onClose }: Props) {
  const m = useGridMessages()
  const { locale } = useLanguage()
  const add = Math.min(room, plan.missingRows)
  const rest = isFiltered
    ? m.paste.filtered
    : room === 0
      ? m.paste.noRoom
      : room < plan.missingRows
        ? m.paste.room({ room: formatNumber(locale, room) })
        : ''
  return (
    <ActDialog
      title={m.paste.title}
      confirm={add > 0 ? m.paste.add({ count: add, text: formatNumber(locale, add) }) : m.paste.cut}
      onClose={onClose}
      onConfirm={async () => onPaste(add)}
    >
      <p>
        {m.paste.text({
          rows: formatNumber(locale, heightOf(plan.target)),
          missing: plan.missingRows,
          text: formatNumber(locale, plan.missingRows),
        })}
      </p>
      {rest && <p>{rest}</p>}
      {add > 0 && (
        <div>
          <Button
            variant="subtle"
            size="compact-sm"
            onClick={() => {
              onPaste(0)
              onClose()
            }}
          >
            {m.paste.cut}
          </Button>
        </div>
      )}
    </ActDialog>
  )
}
