import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { command, Failure, root, start, stop } from './project.mjs'

const readyWithinMs = 60_000
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms))

// What a request leaves behind is collected sooner. Without the second the heap, of which 100 MB are in use, grows to
// 390 MB before anything is collected, and 510 MB stay resident; with it 300. `NODE_OPTIONS` may say another size.
const memory = () => [
  '--max-semi-space-size=8',
  ...(process.env.NODE_OPTIONS?.includes('max-old-space-size') ? [] : ['--max-old-space-size=512']),
]

/** Which commit this is, for `/api/ping`; nothing outside a checkout. */
const commit = () => spawnSync('git', ['rev-parse', 'HEAD'], { cwd: root, encoding: 'utf8' }).stdout?.trim() ?? ''

async function answers(port) {
  try {
    const response = await fetch(`http://127.0.0.1:${port}/api/health/ready`, { signal: AbortSignal.timeout(5000) })
    return response.status < 500
  } catch {
    return false
  }
}

/**
 * Starts the production server of what is built and resolves with its process once it answers.
 * Its log goes where this script's output goes, unless `output` says otherwise.
 */
export async function serve(port, env = {}, output = 'inherit') {
  if (!existsSync(join(root, '.next', 'BUILD_ID'))) throw new Failure('Nothing is built yet. Run: npm run build')
  const server = start([...memory(), command('next'), 'start', '--port', String(port)], {
    stdio: ['ignore', output, output],
    env: {
      NODE_ENV: 'production',
      NEXT_TELEMETRY_DISABLED: '1',
      GIT_COMMIT: process.env.GIT_COMMIT ?? commit(),
      PORT: String(port),
      ...env,
    },
  })
  let ended = false
  server.done.then(() => {
    ended = true
  })
  const giveUpAt = Date.now() + readyWithinMs
  while (!(await answers(port))) {
    if (ended) throw new Failure('The server ended before it answered; its last words are above.')
    if (Date.now() > giveUpAt) {
      await stop(server)
      throw new Failure(`The server did not answer on port ${port} within ${readyWithinMs / 1000} s.`)
    }
    await pause(100)
  }
  return server
}
