'use client'

import { useEffect, useState } from 'react'

/**
 * Gives the focus back to what had it before a dialog that is taken away as a whole, when nothing else has it by then.
 * Only for what the browser alone draws.
 */
export function useFocusBack() {
  // Read while the dialog is drawn for the first time: its own focus comes after that.
  const [opener] = useState(() => (document.activeElement instanceof HTMLElement ? document.activeElement : null))
  useEffect(
    () => () => {
      requestAnimationFrame(() => {
        const isFree = document.activeElement === document.body || document.activeElement === null
        if (isFree && opener?.isConnected) opener.focus({ preventScroll: true })
      })
    },
    [opener],
  )
}
