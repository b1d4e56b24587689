import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startPostgres } from '@/scripts/lib/postgres.mjs'
import { createServerDatabase, dropServerDatabases, serverUrl } from './server-databases'

/** Where this run's databases are made, told to every test file. */
export type TestStore =
  | { engine: 'sqlite'; folder: string; template: string }
  | { engine: 'postgres'; adminUrl: string; template: string }

declare module 'vitest' {
  export interface ProvidedContext {
    store: TestStore
  }
}

/** Migrates one database, once; every test file then starts from a copy of it. */
export default async function globalSetup(project: TestProject) {
  return process.env.TEST_ENGINE === 'postgres' ? setUpServer(project) : setUpFiles(project)
}

async function migrateTemplate(url: string) {
  // The engine is chosen when the database modules load, so the address comes first.
  process.env.DATABASE_URL = url
  const { closeDatabase, migrateDatabase } = await import('@/db/index')
  await migrateDatabase()
  await closeDatabase()
}

async function setUpFiles(project: TestProject) {
  const folder = mkdtempSync(join(tmpdir(), 'orderdesk-test-'))
  const template = join(folder, 'template.db')
  await migrateTemplate(`file:${template}`)
  project.provide('store', { engine: 'sqlite', folder, template })
  return () => rmSync(folder, { recursive: true, force: true })
}

async function setUpServer(project: TestProject) {
  const server = await startPostgres()
  const template = `orderdesk_test_${randomBytes(4).toString('hex')}`
  const tearDown = async () => {
    await dropServerDatabases(server.url, template)
    await server.stop()
  }
  try {
    await createServerDatabase(server.url, template)
    await migrateTemplate(serverUrl(server.url, template))
  } catch (error) {
    await tearDown()
    throw error
  }
  project.provide('store', { engine: 'postgres', adminUrl: server.url, template })
  return tearDown
}
