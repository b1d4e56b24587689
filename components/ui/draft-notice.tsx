'use client'

import { Button } from '@mantine/core'
import type { useDraft } from '@/lib/client/editing/use-draft'
import { formatMoment } from '@/lib/client/format'
import { useEditingMessages } from '@/lib/client/messages/areas/editing'
import { useLanguage } from '@/lib/client/messages/use-messages'
import { Notice } from './notice'

type Props<T> = {
  draft: ReturnType<typeof useDraft<T>>
  /** The base the form has now: says when the draft is older than what is shown. */
  base: string
  onRestore: (value: T) => void
}

/** Offers what an earlier visit left unsaved. */
export function DraftNotice<T>({ draft, base, onRestore }: Props<T>) {
  const m = useEditingMessages()
  const { locale } = useLanguage()
  const { found, discard } = draft
  if (!found) return null
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  const when = formatMoment(locale, timeZone, new Date(found.at).toISOString(), Date.now())
  return (
    <Notice
      kind="plain"
      actions={
        <>
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => {
              onRestore(found.value)
              discard()
            }}
          >
            {m.restore}
          </Button>
          <Button size="compact-sm" variant="subtle" color="gray" onClick={discard}>
            {m.discard}
          </Button>
        </>
      }
    >
      {m.draftFound({ when })}
      {found.base !== base && ` ${m.draftOlder}`}
    </Notice>
  )
}
