'use client'

import { formatInstant, formatRelative, zoneName } from '@/lib/client/format'
import { useLanguage } from '@/lib/client/messages/use-messages'
import { useNow } from '@/lib/client/use-now'
import css from './time.module.css'

/** How long ago something was; exactly when, in the organization's zone, on hover and when its row has the focus. */
export function RelativeTime({ iso, timeZone }: { iso: string; timeZone: string }) {
  const { locale } = useLanguage()
  const now = useNow()
  return (
    <time
      className={css.time}
      dateTime={iso}
      data-exact={`${formatInstant(locale, timeZone, iso)} (${zoneName(locale, timeZone, iso)})`}
      suppressHydrationWarning
    >
      {formatRelative(locale, iso, now)}
    </time>
  )
}
