// `npm run demo`: from a machine with nothing but Node.js and npm to a running dashboard with demo data.
// Run again, it keeps the data and skips what is done already.
import './lib/node-version.mjs'
import { chosenPort, requirePort } from './lib/address.mjs'
import { build, isBuilt } from './lib/build.mjs'
import { command, Failure, fail, isInstalled, start, stopOnSignal } from './lib/project.mjs'
import { serve } from './lib/serve.mjs'
import { installDependencies, runQuietly, seconds, step } from './lib/steps.mjs'
import { requireWritable } from './lib/writable.mjs'

const accounts = [
  ['owner@acme.example', 'owner of Acme'],
  ['manager@acme.example', 'admin of Acme'],
  ['staff@acme.example', 'member of Acme'],
  ['owner@globex.example', 'owner of Globex'],
  ['both@orderdesk.example', 'admin of Acme and Globex'],
  ['admin@orderdesk.example', 'system admin'],
  ['taro@customer.example', 'customer of Acme'],
  ['hanako@customer.example', 'customer of Acme and Globex'],
]

async function seed() {
  const code = await start([command('tsx'), 'scripts/seed.ts'], { stdio: 'inherit' }).done
  if (code !== 0) throw new Failure(`The demo data could not be filled in (code ${code}); see above.`)
}

async function demo() {
  const port = chosenPort()
  requireWritable()
  await requirePort(port, 'npm run demo')

  const installMs = isInstalled() ? undefined : await step('Install the dependencies', installDependencies)

  let users = 0
  await step('Create or update the database', async () => {
    users = JSON.parse(await runQuietly([command('tsx'), 'scripts/migrate.ts', '--json'])).users
  })
  if (users === 0) await step('Fill in the demo data', seed, { showsProgress: true })
  const buildMs = isBuilt() ? undefined : await step('Build', build)

  let server
  const startMs = await step('Start', async () => {
    server = await serve(port)
  })

  const took = (ms) => (ms === undefined ? 'nothing to do' : seconds(ms))
  console.log(`
Orderdesk is at ${process.env.PUBLIC_URL || `http://localhost:${port}`}  (stop it with Ctrl+C)

Sign in with the password  orderdesk-demo  as
${accounts.map(([email, who]) => `  ${email.padEnd(26)}${who}`).join('\n')}

Install: ${took(installMs)}. Build: ${took(buildMs)}. Start: ${seconds(startMs)}. In all: ${seconds(performance.now())}.
`)
  process.exit(await server.done)
}

stopOnSignal(0)
demo().catch(fail)
