import { Failure, isInstalled, npmCi, start } from './project.mjs'

export const seconds = (ms) => `${(ms / 1000).toFixed(1)} s`

const heartbeatMs = 10_000

/**
 * Shows a step as it begins, while it lasts (unless its work shows that itself) and when it ends.
 * Answers how long it took, in ms.
 */
export async function step(title, work, { showsProgress = false } = {}) {
  console.log(`▸ ${title}`)
  const began = performance.now()
  const elapsed = () => performance.now() - began
  const heartbeat = showsProgress
    ? undefined
    : setInterval(() => console.log(`  … ${Math.round(elapsed() / 1000)} s`), heartbeatMs)
  try {
    await work()
  } catch (error) {
    console.log(`✗ ${title} (${seconds(elapsed())})`)
    throw error
  } finally {
    clearInterval(heartbeat)
  }
  console.log(`✓ ${title} (${seconds(elapsed())})`)
  return elapsed()
}

/** Waits for a program; its output is shown only when it fails. Answers what it wrote to its standard output. */
export async function quiet(child) {
  let shown = ''
  let answer = ''
  child.stdout.on('data', (chunk) => {
    shown += chunk
    answer += chunk
  })
  child.stderr.on('data', (chunk) => {
    shown += chunk
  })
  const code = await child.done
  if (code !== 0) throw new Failure(`${shown.trim().split('\n').slice(-60).join('\n')}\n(ended with code ${code})`)
  return answer
}

/** Runs a program of the project quietly: `await runQuietly([command('tsx'), 'scripts/migrate.ts'])`. */
export const runQuietly = (args, options) => quiet(start(args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] }))

/** Installs the locked dependencies. */
export async function installDependencies() {
  await quiet(npmCi())
  if (isInstalled()) return
  throw new Failure(
    'The installation is incomplete. If npm is set not to run install scripts, allow them: npm ci --ignore-scripts=false',
  )
}
