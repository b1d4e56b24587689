// npm run db:generate -- <name>: writes the migrations that bring both engines to the schema as it stands in db/schema.
import { command, fail, start } from './lib/project.mjs'

const [name] = process.argv.slice(2)
if (!/^[a-z][a-z0-9_]*$/.test(name ?? '')) {
  console.error('Name what changed, in lower case: npm run db:generate -- order_gift_note')
  process.exit(1)
}

for (const engine of ['sqlite', 'postgres']) {
  const args = ['generate', '--config', `db/drizzle.${engine}.config.ts`, '--name', name]
  const code = await start([command('drizzle-kit'), ...args], { stdio: 'inherit' }).done.catch(fail)
  if (code !== 0) process.exit(code)
}
