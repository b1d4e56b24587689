import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { command, root } from './project.mjs'
import { runQuietly } from './steps.mjs'

const folders = ['app', 'components', 'db', 'lib', 'public']
const files =
  /^(next\.config|postcss\.config|proxy|instrumentation|tsconfig|package|package-lock)[.\w-]*\.(ts|mts|mjs|cjs|js|json)$/
const tests = /\.test\.tsx?$/

// The build empties its folder, so a stamp that is there belongs to the build that is there.
const stamp = join(root, '.next', 'built-from')

function inputs() {
  const below = (folder) =>
    existsSync(join(root, folder))
      ? readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile() && !tests.test(entry.name))
          .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
      : []
  const atTop = readdirSync(root)
    .filter((name) => files.test(name))
    .map((name) => join(root, name))
  return [...folders.flatMap(below), ...atTop].sort()
}

function hashOfInputs() {
  const hash = createHash('sha256')
  for (const file of inputs()) hash.update(`${file}\0`).update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

/** Whether the production build was made from the sources as they are now. */
export const isBuilt = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === hashOfInputs()

/** Makes the production build. */
export async function build() {
  const hash = hashOfInputs()
  await runQuietly([command('next'), 'build'], { env: { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' } })
  writeFileSync(stamp, hash)
}
