// `npm test`: on a machine with nothing but Node.js and npm, installs and then runs every check and every test.
// Each step runs whatever became of the ones before. The last line is `N passed, N failed`.
import './lib/node-version.mjs'
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, isBuilt } from './lib/build.mjs'
import { requireChromium } from './lib/chromium.mjs'
import { missingPostgres } from './lib/postgres.mjs'
import { command, Failure, isInstalled, start, stopAll, stopOnSignal } from './lib/project.mjs'
import { installDependencies, runQuietly, seconds, step } from './lib/steps.mjs'

// No step may hang for ever.
const limitMs = 10 * 60_000

// All that the steps leave behind lands here. Others may pass through: a database server has an account of its own.
const temporary = mkdtempSync(join(tmpdir(), 'orderdesk-'))
chmodSync(temporary, 0o711)
process.env.TMPDIR = temporary
process.env.CI = 'true'
const cleanUp = () => rmSync(temporary, { recursive: true, force: true })

/** Runs a program with its output shown. Answers its exit code. */
const show = (args, env) => start(args, { env, stdio: ['ignore', 'inherit', 'inherit'] }).done

async function check(args) {
  const code = await show(args)
  if (code !== 0) throw new Failure(`It ended with code ${code}.`)
  return { passed: 1, failed: 0 }
}

async function types() {
  await runQuietly([command('next'), 'typegen'])
  return check([command('typescript', 'tsc'), '--noEmit'])
}

async function productionBuild() {
  await build()
  return { passed: 1, failed: 0 }
}

async function apiDocuments() {
  const folder = join(temporary, 'openapi')
  await runQuietly([command('tsx'), 'scripts/openapi.ts', '--into', folder])
  const documents = readdirSync(folder).map((name) => join(folder, name))
  return check([command('@redocly/cli', 'redocly'), 'lint', '--format=stylish', ...documents])
}

/** Reads a report; a program that failed without naming a failed test counts as one. */
function counted(report, code, count) {
  const result = existsSync(report) ? count(JSON.parse(readFileSync(report, 'utf8'))) : { passed: 0, failed: 0 }
  return code !== 0 && result.failed === 0 ? { ...result, failed: 1 } : result
}

async function unitTests(engine) {
  const report = join(temporary, `${engine}.json`)
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const code = await show([command('vitest'), 'run', ...reporters], { TEST_ENGINE: engine })
  return counted(report, code, (result) => ({ passed: result.numPassedTests, failed: result.numFailedTests }))
}

async function browserTests() {
  if (!isBuilt()) throw new Failure('There is no build to test.')
  const report = join(temporary, 'browser.json')
  const env = { PLAYWRIGHT_CHROMIUM_PATH: await requireChromium(), PLAYWRIGHT_JSON_OUTPUT_FILE: report }
  const code = await show([command('@playwright/test', 'playwright'), 'test', '--reporter=list,json'], env)
  return counted(report, code, ({ stats }) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky }))
}

const steps = [
  { title: 'Format and lint', work: () => check([command('@biomejs/biome', 'biome'), 'ci', '--error-on-warnings']) },
  { title: 'Types', work: types, silent: true },
  { title: 'API documents', work: apiDocuments },
  { title: 'Unit and API tests on SQLite', work: () => unitTests('sqlite') },
  { title: 'Unit and API tests on PostgreSQL', work: () => unitTests('postgres'), missing: missingPostgres },
  { title: 'Production build', work: productionBuild, silent: true },
  { title: 'Browser tests', work: browserTests },
]

async function runStep({ title, work, silent = false, missing }) {
  const reason = missing?.()
  if (reason) {
    console.log(`– ${title}: left out, ${reason}`)
    return { title, passed: 0, failed: 0, remark: `left out: ${reason}` }
  }
  const began = performance.now()
  let result = { passed: 0, failed: 1 }
  let late = false
  const timer = setTimeout(() => {
    late = true
    stopAll()
  }, limitMs)
  const run = async () => {
    const counts = await work().finally(() => clearTimeout(timer))
    if (late) throw new Failure(`It took longer than ${limitMs / 60_000} minutes and was stopped.`)
    result = counts
    if (result.failed > 0) throw new Failure(`${result.failed} failed.`)
  }
  await step(title, run, { showsProgress: !silent }).catch((error) =>
    console.error(error instanceof Failure ? error.message : error),
  )
  return { title, ...result, remark: seconds(performance.now() - began) }
}

async function main() {
  if (!isInstalled()) await step('Install the dependencies', installDependencies)
  const results = []
  for (const each of steps) results.push(await runStep(each))

  const sum = (key) => results.reduce((total, result) => total + result[key], 0)
  console.log(`\n${'Step'.padEnd(36)}${'passed'.padStart(8)}${'failed'.padStart(8)}`)
  for (const { title, passed, failed, remark } of results) {
    console.log(`${title.padEnd(36)}${String(passed).padStart(8)}${String(failed).padStart(8)}   ${remark}`)
  }
  console.log(`In all: ${seconds(performance.now())}\n`)
  cleanUp()
  console.log(`${sum('passed')} passed, ${sum('failed')} failed`)
  process.exit(sum('failed') === 0 ? 0 : 1)
}

stopOnSignal(1, cleanUp)
main().catch((error) => {
  cleanUp()
  console.error(error instanceof Failure ? error.message : error)
  console.log('0 passed, 1 failed')
  process.exit(1)
})
