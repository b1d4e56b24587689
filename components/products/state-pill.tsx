'use client'

import { IconArchive, IconCalendarClock, IconCalendarOff, IconCircleCheck, IconPencil } from '@tabler/icons-react'
import css from '@/components/ui/status-pill.module.css'
import { useProductMessages } from '@/lib/client/messages/areas/products'
import type { PublicationState } from '@/lib/resources/publication'

const looks = {
  draft: { icon: IconPencil, hue: undefined },
  scheduled: { icon: IconCalendarClock, hue: 'PROCESSING' },
  live: { icon: IconCircleCheck, hue: 'CLOSED' },
  expired: { icon: IconCalendarOff, hue: 'PENDING' },
  archived: { icon: IconArchive, hue: undefined },
} satisfies Record<PublicationState, unknown>

/** What a product's publication comes to: a fixed hue, an icon and the word. */
export function StatePill({ state, large }: { state: PublicationState; large?: boolean }) {
  const m = useProductMessages()
  const { icon: Icon, hue } = looks[state]
  return (
    <span className={css.pill} data-state={state} data-status={hue} data-large={large || undefined}>
      <Icon size={14} stroke={2} aria-hidden />
      {m.states[state]}
    </span>
  )
}
