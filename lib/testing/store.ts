import { randomBytes } from 'node:crypto'
import { copyFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { inject } from 'vitest'
import { createServerDatabase, dropServerDatabases, serverUrl } from './server-databases'

const store = inject('store')
const prefix = `${store.engine === 'postgres' ? `${store.template}_` : ''}${randomBytes(4).toString('hex')}_`
const made: string[] = []
let named = 0

const nameOf = (url: string) => new URL(url).pathname.slice(1)
const pathOf = (url: string) => url.slice('file:'.length)

/** The address of a database that does not exist yet. */
export function newAddress(): string {
  const name = `${prefix}${named++}`
  return store.engine === 'postgres' ? serverUrl(store.adminUrl, name) : `file:${join(store.folder, `${name}.db`)}`
}

/** Makes the database of an address: a copy of the migrated one, or an empty one. */
export async function make(url: string, content: 'migrated' | 'empty'): Promise<void> {
  made.push(url)
  if (store.engine === 'postgres') {
    await createServerDatabase(store.adminUrl, nameOf(url), content === 'migrated' ? store.template : undefined)
  } else if (content === 'migrated') {
    copyFileSync(store.template, pathOf(url))
  } else {
    writeFileSync(pathOf(url), '')
  }
}

/** Closes this file's database and deletes all that were made for it. */
export async function deleteAll(): Promise<void> {
  if (made.length === 0) return
  const { closeDatabase } = await import('@/db/index')
  await closeDatabase()
  if (store.engine === 'postgres') await dropServerDatabases(store.adminUrl, prefix)
  else for (const url of made) for (const suffix of ['', '-wal', '-shm']) rmSync(pathOf(url) + suffix, { force: true })
}
