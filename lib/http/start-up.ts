import { ensureFirstAdmin } from '@/lib/auth/first-admin'
import { authSecret, settingsProblems } from '@/lib/config'
import { log } from './log'
import { meetRequests } from './meet-requests'
import { beginShutdown } from './readiness'

/** What a server does before its first request. With settings that cannot work it says so and ends. */
export async function startUp(): Promise<void> {
  const problems = settingsProblems()
  if (problems.length > 0) {
    for (const problem of problems) console.error(`Orderdesk cannot start: ${problem}`)
    process.exit(1)
  }
  meetRequests()
  // Next finishes what is open and ends; meanwhile nobody should send more here.
  process.once('SIGTERM', beginShutdown)
  authSecret()
  const said = await ensureFirstAdmin().catch((error) => {
    log.error({ error: String(error) }, 'the first admin could not be looked up')
    return undefined
  })
  if (said) log.warn(said)
}
