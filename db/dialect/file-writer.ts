import type Sqlite from 'better-sqlite3'
import type { Tx } from './connect'

/** Waiting for a lock blocks every request of the process, so a writer waits by trying again, 250 ms in all. */
const lockWaitMs = 250

/** No transaction joins a commit later than this after the first one of it began. */
const groupMs = 15

type Job = { work(tx: Tx): Promise<unknown>; resolve(result: unknown): void; reject(error: unknown): void }

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const turnOfLoop = () => new Promise((resolve) => setImmediate(resolve))

/**
 * Hands the one writing connection to one caller at a time.
 *
 * Transactions that wait at the same moment share one commit, because the disk's answer to it is what writing costs:
 * each runs in a savepoint of its own, so that one that fails leaves nothing behind and the others stand, and every
 * caller hears of the end only when the commit is durable. If that fails, it has failed for all of them
 * (docs/decisions/shared-commits.md).
 */
export function writerQueue(connection: Sqlite.Database, tx: Tx) {
  const statements = {
    begin: connection.prepare('begin immediate'),
    commit: connection.prepare('commit'),
    open: connection.prepare('savepoint member'),
    close: connection.prepare('release member'),
    undo: connection.prepare('rollback to member'),
  }
  const waiting: Job[] = []
  let scheduled = false
  let last: Promise<unknown> = Promise.resolve()

  /** Runs work that needs the connection to itself, outside any transaction. */
  const alone = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = last.then(work)
    last = turn.catch(() => undefined)
    return turn
  }

  async function begin(): Promise<void> {
    const giveUpAt = Date.now() + lockWaitMs
    for (;;) {
      try {
        statements.begin.run()
        return
      } catch (error) {
        const locked = (error as { code?: string }).code?.startsWith('SQLITE_BUSY')
        if (!locked || Date.now() > giveUpAt) throw error
        await pause(2 + Math.random() * 8)
      }
    }
  }

  /** Runs one member of a group; gives what tells its caller the end. Throws when the whole transaction is gone. */
  async function runMember({ work, resolve, reject }: Job): Promise<() => void> {
    statements.open.run()
    try {
      const result = await work(tx)
      statements.close.run()
      return () => resolve(result)
    } catch (error) {
      // The engine itself undoes everything when the disk is full or fails.
      if (!connection.inTransaction) throw error
      statements.undo.run()
      statements.close.run()
      return () => reject(error)
    }
  }

  async function writeGroup(): Promise<void> {
    try {
      await begin()
    } catch (error) {
      waiting.shift()!.reject(error)
      return
    }
    const members: Job[] = []
    const settle: (() => void)[] = []
    const until = performance.now() + groupMs
    try {
      do {
        const job = waiting.shift()!
        members.push(job)
        settle.push(await runMember(job))
      } while (waiting.length > 0 && performance.now() < until)
      statements.commit.run()
    } catch (error) {
      if (connection.inTransaction) connection.exec('rollback')
      for (const { reject } of members) reject(error)
      return
    }
    for (const tell of settle) tell()
  }

  async function drain(): Promise<void> {
    do {
      // Requests that came in at once are all read before the first of them writes.
      await turnOfLoop()
      await writeGroup()
    } while (waiting.length > 0)
    scheduled = false
  }

  const transaction = <T>(work: (tx: Tx) => Promise<T>): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      waiting.push({ work, resolve: resolve as Job['resolve'], reject })
      if (scheduled) return
      scheduled = true
      void alone(drain)
    })

  return { alone, transaction }
}
