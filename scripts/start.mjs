// `npm start`: brings the database up to date and serves what is built, until it is told to stop.
import './lib/node-version.mjs'
import { chosenPort, requirePort } from './lib/address.mjs'
import { command, Failure, fail, isInstalled, stopOnSignal } from './lib/project.mjs'
import { serve } from './lib/serve.mjs'
import { runQuietly } from './lib/steps.mjs'

stopOnSignal(0)
try {
  if (!isInstalled()) throw new Failure('The dependencies are not installed. Run: npm ci')
  const port = chosenPort()
  await requirePort(port, 'npm start')
  await runQuietly([command('tsx'), 'scripts/migrate.ts'])
  const server = await serve(port)
  process.exit(await server.done)
} catch (error) {
  fail(error)
}
