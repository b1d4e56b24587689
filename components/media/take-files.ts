'use client'

import { type DragEvent, useEffect, useRef, useState } from 'react'

const carriesFiles = (event: { dataTransfer: DataTransfer | null }) =>
  event.dataTransfer?.types.includes('Files') === true

type PasteTarget = { take: (files: File[]) => void }
const pasteTargets: PasteTarget[] = []

const isText = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea'))

function onPaste(event: ClipboardEvent) {
  const files = [...(event.clipboardData?.files ?? [])]
  const hasText = event.clipboardData?.types.includes('text/plain')
  // Words copied together with a picture of them, as spreadsheets do, are words to a field.
  if (files.length === 0 || (hasText && isText(event.target))) return
  const target = pasteTargets.at(-1)
  if (!target) return
  event.preventDefault()
  target.take(files)
}

/** Takes pasted files while it is on screen. Of several, what came last has them: a dialog before its page. */
export function useFilePaste(onFiles: (files: File[]) => void, enabled = true) {
  const latest = useRef(onFiles)
  useEffect(() => {
    latest.current = onFiles
  })
  useEffect(() => {
    if (!enabled) return
    const target: PasteTarget = { take: (files) => latest.current(files) }
    if (pasteTargets.length === 0) document.addEventListener('paste', onPaste)
    pasteTargets.push(target)
    return () => {
      pasteTargets.splice(pasteTargets.indexOf(target), 1)
      if (pasteTargets.length === 0) document.removeEventListener('paste', onPaste)
    }
  }, [enabled])
}

/** A file dropped beside its place would open instead of the page, and what was typed would be gone. */
function useNoStrayDrop() {
  useEffect(() => {
    const refuse = (event: globalThis.DragEvent) => {
      if (!carriesFiles(event) || event.defaultPrevented) return
      event.preventDefault()
      if (event.dataTransfer) event.dataTransfer.dropEffect = 'none'
    }
    window.addEventListener('dragover', refuse)
    window.addEventListener('drop', refuse)
    return () => {
      window.removeEventListener('dragover', refuse)
      window.removeEventListener('drop', refuse)
    }
  }, [])
}

/** An element that files can be dropped on: whether some are held above it, and what to spread on it. */
export function useFileDrop(onFiles: (files: File[]) => void, enabled = true) {
  const [over, setOver] = useState(false)
  useNoStrayDrop()
  if (!enabled) return { over: false, handlers: {} }
  return {
    over,
    handlers: {
      onDragOver: (event: DragEvent) => {
        if (!carriesFiles(event)) return
        event.preventDefault()
        event.dataTransfer.dropEffect = 'copy'
        setOver(true)
      },
      onDragLeave: (event: DragEvent<HTMLElement>) => {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false)
      },
      onDrop: (event: DragEvent) => {
        setOver(false)
        if (!carriesFiles(event)) return
        event.preventDefault()
        onFiles([...event.dataTransfer.files])
      },
    },
  }
}

/** The whole window takes dropped files; true while some are held above it. */
export function useWindowDrop(onFiles: (files: File[]) => void, enabled = true): boolean {
  const [over, setOver] = useState(false)
  const latest = useRef(onFiles)
  useEffect(() => {
    latest.current = onFiles
  })
  useEffect(() => {
    if (!enabled) return
    const dragOver = (event: globalThis.DragEvent) => {
      if (!carriesFiles(event)) return
      event.preventDefault()
      setOver(true)
    }
    const dragLeave = (event: globalThis.DragEvent) => {
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: globalThis.DragEvent) => {
      setOver(false)
      if (!carriesFiles(event)) return
      event.preventDefault()
      latest.current([...(event.dataTransfer?.files ?? [])])
    }
    window.addEventListener('dragover', dragOver)
    window.addEventListener('dragleave', dragLeave)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', dragOver)
      window.removeEventListener('dragleave', dragLeave)
      window.removeEventListener('drop', drop)
    }
  }, [enabled])
  return over
}
