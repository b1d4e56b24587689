'use client'

import { useQuery } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useState } from 'react'
import { meQuery } from '@/lib/client/me'
import { type Draft, dropDraft, keepDraft, readDraft } from './drafts'

const everyMs = 2_000

type Options<T> = {
  /** Names the form: `product/<id>`. Drafts are kept for each person apart. */
  key: string
  /** What the form holds now; anything structured cloning takes. */
  value: T
  /** Whether that differs from what the server holds. */
  dirty: boolean
  /** The server's version or ETag that the form was filled from. */
  base: string
}

/**
 * Keeps what a form holds in this browser, every two seconds while it is dirty, and offers it again after a crash.
 * Once it is saved, or given up, the draft is gone.
 */
export function useDraft<T>({ key, value, dirty, base }: Options<T>) {
  const { data: me } = useQuery(meQuery())
  const place = me && `${me.id}/${key}`
  const [found, setFound] = useState<{ place: string; draft: Draft<T> }>()
  const [wasDirty, setWasDirty] = useState(false)
  if (dirty && !wasDirty) setWasDirty(true)

  useEffect(() => {
    if (!place) return
    let gone = false
    readDraft<T>(place).then((draft) => draft && !gone && setFound({ place, draft }))
    return () => {
      gone = true
    }
  }, [place])

  const keep = useEffectEvent(() => {
    if (place && dirty) void keepDraft<T>(place, { value, at: Date.now(), base })
  })
  useEffect(() => {
    if (!dirty) return
    const timer = setInterval(keep, everyMs)
    window.addEventListener('pagehide', keep)
    return () => {
      clearInterval(timer)
      window.removeEventListener('pagehide', keep)
    }
  }, [dirty])
  useEffect(() => {
    // Dirty before and not any more: saved, discarded or typed back. What was found at the start stays on offer.
    if (place && wasDirty && !dirty) void dropDraft(place)
  }, [place, wasDirty, dirty])

  // Left on purpose, by canceling or by confirming the way out. A crash, a closed tab or a lost session gets here never.
  const drop = useEffectEvent(() => {
    if (place && dirty) void dropDraft(place)
  })
  useEffect(() => () => drop(), [])

  return {
    /** What an earlier visit left behind, until it is taken over or thrown away. */
    found: found && found.place === place ? found.draft : undefined,
    /** Throws the found draft away, also when it has been taken over into the form. */
    discard: () => {
      setFound(undefined)
      if (place && !dirty) void dropDraft(place)
    },
  }
}

export type { Draft } from './drafts'
