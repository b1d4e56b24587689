import { sql } from 'drizzle-orm'
import { database, run } from '@/db'
import { AppError } from '@/lib/errors'

let stopping = false

/** From now on the process is not ready: it finishes what it has and takes no more. */
export function beginShutdown(): void {
  stopping = true
}

/**
 * Whether work can be sent here: a row is really written, so that a full disk, a lost lock or a dead server shows.
 * @throws AppError ServiceUnavailable, or the store's own failure
 */
export async function requireReady(): Promise<void> {
  if (stopping) throw new AppError('ServiceUnavailable', 'The process is shutting down.', { retryAfter: 5 })
  const { transaction } = await database()
  await transaction((tx) =>
    run(tx, sql`insert into sequences (name, value) values ('ready', 0) on conflict (name) do update set value = 0`),
  )
}
