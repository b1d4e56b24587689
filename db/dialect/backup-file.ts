import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
} from 'node:fs'
import { dirname } from 'node:path'
import Sqlite from 'better-sqlite3'
import { BackupRefused, holdsAccounts, type RestoreOptions, requireKnownSchema } from './backup'

const everyPage = 0x7fffffff

export async function backUpFile(path: string, file: string): Promise<void> {
  if (!existsSync(path)) throw new BackupRefused(`There is no database ${path}.`)
  const partial = `${file}.partial`
  rmSync(partial, { force: true })
  mkdirSync(dirname(file), { recursive: true })
  const source = new Sqlite(path, { readonly: true })
  try {
    // A copy in several steps begins again whenever somebody writes, and might never end; one step holds nobody up.
    await source.backup(partial, { progress: () => everyPage })
    // One file without a log beside it.
    const copy = new Sqlite(partial)
    copy.pragma('journal_mode = delete')
    copy.close()
    flush(partial)
    renameSync(partial, file)
  } finally {
    source.close()
    rmSync(partial, { force: true })
  }
}

export function restoreFile(path: string, file: string, { force }: RestoreOptions): string | undefined {
  checkBackup(file)
  mkdirSync(dirname(path), { recursive: true })
  const current = existsSync(path) ? takeAlone(path) : undefined
  const draft = `${path}.restoring`
  try {
    if (current && !force && accounts(current) > 0) throw new BackupRefused(holdsAccounts)
    copyFileSync(file, draft)
    flush(draft)
    const kept = current && `${path}.before-${new Date().toISOString().replace(/[:.]/g, '-')}`
    if (kept) linkSync(path, kept)
    renameSync(draft, path)
    return kept
  } finally {
    rmSync(draft, { force: true })
    current?.close()
  }
}

function checkBackup(file: string): void {
  let backup: Sqlite.Database | undefined
  try {
    backup = new Sqlite(file, { readonly: true })
    const [verdict] = backup.pragma('integrity_check') as { integrity_check: string }[]
    const orphans = backup.pragma('foreign_key_check') as unknown[]
    if (verdict?.integrity_check !== 'ok' || orphans.length > 0) throw new BackupRefused(`${file} is damaged.`)
    const rows = backup.prepare('select created_at as appliedAt from __drizzle_migrations').all()
    requireKnownSchema((rows as { appliedAt: number }[]).map(({ appliedAt }) => Number(appliedAt)))
  } catch (error) {
    if (error instanceof BackupRefused) throw error
    throw new BackupRefused(`${file} is no backup of Orderdesk, or it is damaged (${(error as Error).message}).`)
  } finally {
    backup?.close()
  }
}

/** Opens a database that nobody else has open, so that nobody else can open it meanwhile; its log is folded in. */
function takeAlone(path: string): Sqlite.Database {
  const connection = new Sqlite(path)
  try {
    connection.pragma('busy_timeout = 1000')
    // Leaving the write-ahead log needs everybody else to be gone.
    connection.pragma('journal_mode = delete')
    connection.pragma('locking_mode = exclusive')
    connection.exec('begin exclusive')
    return connection
  } catch (error) {
    connection.close()
    if (!String((error as { code?: unknown }).code).startsWith('SQLITE_BUSY')) throw error
    throw new BackupRefused('The database is in use. Stop the server first.')
  }
}

const hasUsers = "select count(*) from sqlite_master where type = 'table' and name = 'users'"

function accounts(connection: Sqlite.Database): number {
  const exists = connection.prepare(hasUsers).pluck().get() as number
  return exists ? (connection.prepare('select count(*) from users').pluck().get() as number) : 0
}

/** Waits until a file is on the disk. */
function flush(file: string): void {
  const descriptor = openSync(file, 'r+')
  fsyncSync(descriptor)
  closeSync(descriptor)
}
