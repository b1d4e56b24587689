import { eq } from 'drizzle-orm'
import { database } from '@/db'
import { apiKeys, sessions } from '@/db/schema'
import { now } from '@/lib/clock'

const everyMs = 5 * 60 * 1000
const tried = new Map<string, number>()

/**
 * Notes that a session or key is in use, at most every five minutes, beside the request and not as a part of it: a
 * read never waits for a write, and goes on when nothing can be written.
 */
export function touch(kind: 'session' | 'apiKey', id: string, lastUsedAt: number | null): void {
  const at = now()
  if (at - Math.max(lastUsedAt ?? 0, tried.get(id) ?? 0) < everyMs) return
  if (tried.size > 10_000) tried.clear()
  tried.set(id, at)
  database()
    .then(({ transaction }) =>
      transaction(async (tx) => {
        if (kind === 'session') await tx.update(sessions).set({ lastUsedAt: at }).where(eq(sessions.id, id))
        else await tx.update(apiKeys).set({ lastUsedAt: at }).where(eq(apiKeys.id, id))
      }),
    )
    .catch(() => undefined)
}
