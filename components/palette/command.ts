import type { ReactNode } from 'react'

/** One line of the palette: something to open or to do. */
export type Command = {
  id: string
  label: string
  /** What tells it from others of the same name: a customer, a status, a price. */
  detail?: ReactNode
  /** Words it is also found by. */
  words?: string
  icon?: ReactNode
  /** The keys that do the same. */
  keys?: readonly string[]
  /** Where it leads. Remembered among the recent ones when it is a thing rather than a place. */
  href?: string
  remember?: boolean
  run?: () => void
}

export type CommandGroup = { key: string; label: string; commands: readonly Command[] }

/** The commands in whose label or words every word of `text` occurs, those whose label begins with it first. */
export function matchCommands(commands: readonly Command[], text: string): Command[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean)
  const found = commands.filter(({ label, words: others = '' }) => {
    const all = `${label} ${others}`.toLowerCase()
    return words.every((word) => all.includes(word))
  })
  const begins = ({ label }: Command) => (label.toLowerCase().startsWith(text.toLowerCase()) ? 0 : 1)
  return found.toSorted((a, b) => begins(a) - begins(b))
}
