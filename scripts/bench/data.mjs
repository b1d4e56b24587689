import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { command, node, root } from '../lib/project.mjs'
import { runQuietly } from '../lib/steps.mjs'

/** The database that the catalog's goals are said for: 1,000 categories, 100,000 products. */
export const catalogScale = ['--scale', 'large', '--orders', '10000']

/** Databases that are made once and kept in `folder`. */
export function databasesIn(folder) {
  mkdirSync(folder, { recursive: true })
  const pathOf = (name) => join(folder, `${name}.db`)
  const urlOf = (name) => `file:${pathOf(name)}`

  /** Makes a database, or brings a kept one up to date. */
  async function make(name, scale) {
    const env = { DATABASE_URL: urlOf(name) }
    const isMade = existsSync(join(folder, `${name}.done`))
    if (!isMade) for (const suffix of ['', '-wal', '-shm']) rmSync(pathOf(name) + suffix, { force: true })
    await runQuietly([command('tsx'), 'scripts/migrate.ts'], { env })
    if (isMade) return
    await runQuietly([command('tsx'), 'scripts/seed.ts', ...scale], { env })
    writeFileSync(join(folder, `${name}.done`), '')
  }

  return { folder, pathOf, urlOf, make }
}

/** A bearer token of an owner. */
export function tokenFor(databaseUrl) {
  const args = [command('tsx'), join(root, 'scripts', 'token.ts'), '--email', 'owner@acme.example', '--name', 'bench']
  const env = { ...process.env, DATABASE_URL: databaseUrl }
  return execFileSync(node, args, { cwd: root, env, encoding: 'utf8' }).trim().split('\n').at(-1)
}
