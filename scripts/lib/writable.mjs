import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { Failure, root } from './project.mjs'

/** The folder of a SQLite `DATABASE_URL`; undefined for a database server. */
function databaseFolder() {
  const url = process.env.DATABASE_URL || 'file:./data/orderdesk.db'
  return /^postgres(ql)?:/.test(url) ? undefined : dirname(resolve(root, url.replace(/^file:(\/\/)?/, '')))
}

/** Refuses, in a sentence, to go on where the project's folder or the data folder cannot be written. */
export function requireWritable() {
  for (const folder of [root, databaseFolder()].filter(Boolean)) {
    const probe = join(folder, `.write-test-${process.pid}`)
    try {
      mkdirSync(folder, { recursive: true })
      writeFileSync(probe, '')
      rmSync(probe)
    } catch (error) {
      throw new Failure(
        `Orderdesk cannot write to ${folder} (${error.code}). Run it as an account that may, or free the disk.`,
      )
    }
  }
}
