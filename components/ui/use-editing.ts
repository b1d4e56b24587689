'use client'

import { useEffect, useRef, useState } from 'react'

/** Something that is read until its button turns it into a form; afterwards the focus is on that button again. */
export function useEditing() {
  const [editing, setEditing] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const wasEditing = useRef(false)
  useEffect(() => {
    if (wasEditing.current && !editing) button.current?.focus()
    wasEditing.current = editing
  }, [editing])
  return { editing, button, start: () => setEditing(true), stop: () => setEditing(false) }
}
