import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository's folder. */
export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..')

const modules = join(root, 'node_modules')
const binaries = join(modules, '.bin')

/**
 * The Node.js the project runs on, a locked dependency: what the machine has may be too old for the database driver.
 * Nothing but the scripts that run before the installation is started with any other.
 */
export const node = join(modules, 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')

/** A failure that its message explains whole, so that no stack is shown. */
export class Failure extends Error {}

/** Ends a script on a failure: a `Failure` with its sentence, anything else with its stack. */
export function fail(error) {
  console.error(error instanceof Failure ? `\n${error.message}` : error)
  process.exit(1)
}

/** The environment of the project's own programs: the locked Node.js is the one that `node` finds. */
const projectEnv = () => ({ ...process.env, PATH: `${binaries}${delimiter}${process.env.PATH}` })

/** The environment of npm, which has to run on the machine's Node.js: it replaces the other one while it runs. */
const machineEnv = () => ({
  ...process.env,
  PATH: process.env.PATH.split(delimiter)
    .filter((folder) => folder !== binaries)
    .join(delimiter),
})

/** The JavaScript file behind a dependency's command, e.g. `command('next')`. */
export function command(dependency, name = dependency) {
  const { bin } = JSON.parse(readFileSync(join(modules, dependency, 'package.json'), 'utf8'))
  return join(modules, dependency, typeof bin === 'string' ? bin : bin[name])
}

const running = new Set()
let stopping = false

/**
 * Starts a program of the project on the locked Node.js: `start([command('next'), 'build'])`. It leads its own process
 * group, so that `stop` reaches what it starts in turn.
 */
export function start(args, options = {}) {
  return launch(node, args, { ...options, env: { ...projectEnv(), ...options.env } })
}

function launch(program, args, options) {
  const child = spawn(program, args, { cwd: root, detached: process.platform !== 'win32', ...options })
  running.add(child)
  child.gone = new Promise((resolve) => child.once('close', resolve))
  child.done = new Promise((resolve, reject) => {
    child.once('error', (error) => {
      running.delete(child)
      reject(error)
    })
    child.once('close', (code, signal) => {
      running.delete(child)
      // Who waits for it must not go on to the next thing while the script is being stopped.
      if (!stopping) resolve(code ?? 128 + constants.signals[signal])
    })
  })
  return child
}

const patienceMs = 12_000

/**
 * Asks a program and all it started to end, and ends them when they have not after a while. Resolves when it is gone.
 * Unless told otherwise it asks with SIGINT, on which all that runs here cleans up; on SIGTERM the browser tests would
 * leave their server behind.
 */
export async function stop(child, signal = 'SIGINT') {
  const send = (name) => {
    try {
      if (process.platform === 'win32') child.kill(name)
      else process.kill(-child.pid, name)
    } catch {} // It has ended by itself.
  }
  send(signal)
  const timer = setTimeout(send, patienceMs, 'SIGKILL')
  await child.gone
  clearTimeout(timer)
}

/** Stops everything still running. */
export const stopAll = () => Promise.all([...running].map((child) => stop(child)))

/** Stops everything still running when this script is told to end, and then ends with `exitCode`. */
export function stopOnSignal(exitCode, cleanUp = () => {}) {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, async () => {
      if (stopping) return
      stopping = true
      await stopAll()
      await cleanUp()
      process.exit(exitCode)
    })
  }
}

/** Whether node_modules holds exactly what the lock file says. */
export function isInstalled() {
  const read = (file) => JSON.parse(readFileSync(file, 'utf8')).packages
  const installedFile = join(modules, '.package-lock.json')
  if (!existsSync(node) || !existsSync(installedFile)) return false
  const installed = read(installedFile)
  return Object.entries(read(join(root, 'package-lock.json'))).every(([path, locked]) => {
    if (path === '') return true
    const present = installed[path]
    return present ? present.version === locked.version : locked.optional === true
  })
}

/** Starts the installation of the locked dependencies. */
export function npmCi() {
  const args = ['ci', '--include=dev', '--loglevel=error', '--no-progress']
  const stdio = ['ignore', 'pipe', 'pipe']
  return launch('npm', args, { stdio, env: machineEnv(), shell: process.platform === 'win32' })
}
