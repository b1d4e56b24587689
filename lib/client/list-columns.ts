/** Which columns a list shows, in their order, which of them stay while scrolling sideways, and widths in pixels. */
export type Arrangement = {
  columns?: readonly string[]
  pinned?: readonly string[]
  widths?: Readonly<Record<string, number>>
}

/** An arrangement for an address: `number*~120,placed,customer.email~240`; `*` stays, `~` is a width. */
export function encodeColumns({ columns, pinned = [], widths = {} }: Arrangement): string {
  if (!columns) return ''
  return columns
    .map((id) => `${id}${pinned.includes(id) ? '*' : ''}${widths[id] === undefined ? '' : `~${widths[id]}`}`)
    .join(',')
}

const entry = /^([^,*~]{1,100})(\*)?(?:~(\d{2,4}))?$/

/** What an address says; entries that make no sense and second mentions are left out, nothing at all when all are. */
export function decodeColumns(text: string): Arrangement {
  const columns: string[] = []
  const pinned: string[] = []
  const widths: Record<string, number> = {}
  for (const part of text.split(',').slice(0, 100)) {
    const [, id, star, width] = entry.exec(part) ?? []
    if (id === undefined || columns.includes(id)) continue
    columns.push(id)
    if (star) pinned.push(id)
    if (width !== undefined && Number(width) >= 20 && Number(width) <= 2000) widths[id] = Number(width)
  }
  if (columns.length === 0) return {}
  return {
    columns,
    ...(pinned.length > 0 ? { pinned } : {}),
    ...(Object.keys(widths).length > 0 ? { widths } : {}),
  }
}

/** Moves one entry to another place, the others closing up. */
export function movedTo<T>(all: readonly T[], from: number, to: number): T[] {
  const next = all.filter((_, i) => i !== from)
  next.splice(Math.max(0, Math.min(next.length, to)), 0, all[from]!)
  return next
}
