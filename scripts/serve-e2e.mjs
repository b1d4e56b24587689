// Serves what is built for the browser tests: on PORT, with demo data in a folder of its own that is deleted at the end.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chosenPort } from './lib/address.mjs'
import { command, fail, stopOnSignal } from './lib/project.mjs'
import { serve } from './lib/serve.mjs'
import { runQuietly } from './lib/steps.mjs'

const port = chosenPort()
const folder = mkdtempSync(join(tmpdir(), 'orderdesk-e2e-'))
const cleanUp = () => rmSync(folder, { recursive: true, force: true })
const env = {
  DATABASE_URL: `file:${join(folder, 'orderdesk.db')}`,
  ATTACHMENTS_URL: `file:${join(folder, 'attachments')}`,
  PUBLIC_URL: `http://127.0.0.1:${port}`,
  AUTH_SECRET: 'a secret that only the browser tests know',
  RATE_LIMIT: 'off',
}

stopOnSignal(0, cleanUp)
// Who started this may be killed without a word; then nobody needs the server any more.
const parent = process.ppid
setInterval(() => process.ppid !== parent && process.kill(process.pid, 'SIGTERM'), 1000).unref()

try {
  await runQuietly([command('tsx'), 'scripts/migrate.ts'], { env })
  await runQuietly([command('tsx'), 'scripts/seed.ts', '--orders', '300', '--products', '40'], { env })
  const server = await serve(port, env)
  await server.done
  cleanUp()
} catch (error) {
  cleanUp()
  fail(error)
}
