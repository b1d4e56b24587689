import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { filePath } from './connect'
import { engine } from './engine'

/** A backup or restore that cannot be done; the message is a sentence for whoever asked for it. */
export class BackupRefused extends Error {}

export type RestoreOptions = {
  /** Replace a database that holds accounts. */
  force: boolean
}

/**
 * Copies a database to a file while it is in use: one consistent moment, written beside the file and put in its place
 * when complete. An existing file is never replaced.
 * @param url the database's address
 * @param file where the backup goes
 * @throws BackupRefused
 */
export async function backUp(url: string, file: string): Promise<void> {
  if (existsSync(file)) throw new BackupRefused(`${file} is there already. Choose another name.`)
  if (engine === 'sqlite') await (await import('./backup-file')).backUpFile(filePath(url), file)
  else await (await import('./backup-server')).backUpServer(url, file)
}

/**
 * Puts a backup in a database's place, whole or not at all. Before anything changes, the backup is checked: it is
 * complete, unharmed, and of a schema that this version knows; an older one is migrated by the next start.
 * @returns where the replaced database is kept, if it is
 * @throws BackupRefused also when a server uses the database, or it holds accounts and `force` is not given
 */
export async function restore(url: string, file: string, options: RestoreOptions): Promise<string | undefined> {
  if (!existsSync(file)) throw new BackupRefused(`There is no file ${file}.`)
  if (engine === 'sqlite') return (await import('./backup-file')).restoreFile(filePath(url), file, options)
  await (await import('./backup-server')).restoreServer(url, file, options)
}

export const holdsAccounts = 'The database holds accounts already. To replace it, add --force.'

/** Refuses a schema that this version does not know. `applied` are the times of its migrations, in ms. */
export function requireKnownSchema(applied: readonly number[]): void {
  const journal = join(process.cwd(), 'db', 'migrations', engine, 'meta', '_journal.json')
  const { entries } = JSON.parse(readFileSync(journal, 'utf8')) as { entries: { when: number }[] }
  const known = new Set(entries.map(({ when }) => when))
  if (applied.length === 0) throw new BackupRefused('The backup is not one of Orderdesk: it tells no schema.')
  if (!applied.every((when) => known.has(when)))
    throw new BackupRefused('The backup was made by a newer version of Orderdesk. Update first, then restore.')
}
