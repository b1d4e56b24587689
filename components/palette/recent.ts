/** What somebody opened last from the palette, kept in this browser for each person apart. */
export type Recent = { label: string; href: string }

const most = 6
const place = (userId: string) => `orderdesk-recent ${userId}`

export function readRecent(userId: string): Recent[] {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(place(userId)) ?? '[]')
    return Array.isArray(found)
      ? found.filter(({ label, href }) => typeof label === 'string' && typeof href === 'string')
      : []
  } catch {
    return []
  }
}

export function rememberRecent(userId: string, recent: Recent) {
  const others = readRecent(userId).filter(({ href }) => href !== recent.href)
  try {
    localStorage.setItem(place(userId), JSON.stringify([recent, ...others].slice(0, most)))
  } catch {
    // Without storage nothing is remembered.
  }
}
