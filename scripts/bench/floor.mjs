import { createHash } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freePort } from '../lib/address.mjs'
import { command, root, start } from '../lib/project.mjs'
import { runQuietly } from '../lib/steps.mjs'

const source = join(root, 'scripts', 'bench', 'floor')
// Next writes into the folder it builds, so it builds a copy; below the repository's folder, where it finds itself.
const copy = join(root, 'data', 'bench', 'floor')
const stamp = join(copy, 'built-from')
const production = { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }

function hashOfSource() {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')))
  for (const entry of readdirSync(source, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) hash.update(readFileSync(join(entry.parentPath, entry.name)))
  }
  return hash.digest('hex')
}

/** Builds the bare application, unless it is built already. */
export async function buildFloor() {
  const hash = hashOfSource()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return
  rmSync(copy, { recursive: true, force: true })
  mkdirSync(copy, { recursive: true })
  cpSync(source, copy, { recursive: true })
  await runQuietly([command('next'), 'build'], { cwd: copy, env: production })
  writeFileSync(stamp, hash)
}

/**
 * Starts the floor of every comparison: a Next.js application with one route handler, none of our code, no proxy, no
 * instrumentation. `serves(name, bytes)` gives the address at which it answers these bytes.
 */
export async function startFloor() {
  const bodies = mkdtempSync(join(tmpdir(), 'orderdesk-bench-'))
  process.on('exit', () => rmSync(bodies, { recursive: true, force: true }))
  const port = await freePort()
  const server = start([command('next'), 'start', '--port', String(port)], {
    cwd: copy,
    stdio: 'ignore',
    env: { ...production, FLOOR_BODIES: bodies },
  })
  const serves = (name, bytes) => {
    writeFileSync(join(bodies, name), bytes)
    return `http://127.0.0.1:${port}/api/floor?name=${name}`
  }
  const ready = serves('ready', '{}')
  for (let tries = 0; tries < 300; tries++) {
    const answer = await fetch(ready).catch(() => undefined)
    if (answer?.ok) return { server, serves }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('The floor did not start.')
}
