// A PostgreSQL server for the tests: the one of TEST_POSTGRES_URL, or one of their own in a temporary folder, from an
// installed PostgreSQL. It listens on a socket in that folder only, and is gone afterwards.
import { spawn, spawnSync } from 'node:child_process'
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { installPackage, mayInstallPackages } from './debian.mjs'

const isRoot = process.getuid?.() === 0
const debianFolder = '/usr/lib/postgresql'

/** The folder that holds `initdb` and `postgres`, the newest one. */
function binaryFolder() {
  const debian = existsSync(debianFolder)
    ? readdirSync(debianFolder)
        .sort((a, b) => Number(b) - Number(a))
        .map((version) => join(debianFolder, version, 'bin'))
    : []
  const candidates = [...debian, ...(process.env.PATH ?? '').split(delimiter)]
  return candidates.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'postgres')))
}

/** Makes sure that there is a PostgreSQL to test with. Answers why there is none, or undefined. */
export function missingPostgres() {
  if (process.env.TEST_POSTGRES_URL || binaryFolder()) return undefined
  if (!mayInstallPackages()) return 'no PostgreSQL found: install it, or set TEST_POSTGRES_URL'
  return installPackage('postgresql') && binaryFolder() ? undefined : 'PostgreSQL could not be installed'
}

/** PostgreSQL refuses to run as root; then it runs as the account that its package made, and ends when we end. */
const asServer = (program, args) =>
  isRoot
    ? ['setpriv', ['--reuid=postgres', '--regid=postgres', '--init-groups', '--pdeathsig=INT', program, ...args]]
    : [program, args]

const idOf = (kind) => Number(spawnSync('id', [kind, 'postgres'], { encoding: 'utf8' }).stdout)

function initialize(binaries, data) {
  const common = [
    '--pgdata',
    data,
    '--username=postgres',
    '--auth=trust',
    '--encoding=UTF8',
    '--lc-messages=C',
    '--no-sync',
  ]
  // A default order of words other than the C one shows which column forgot to name its collation; older ones lack it.
  const localized = [...common, '--locale=C.UTF-8', '--locale-provider=icu', '--icu-locale=en']
  let result
  for (const args of [localized, common]) {
    const [program, all] = asServer(join(binaries, 'initdb'), args)
    result = spawnSync(program, all, { cwd: '/', encoding: 'utf8' })
    if (result.status === 0) return
    rmSync(data, { recursive: true, force: true })
  }
  throw new Error(`PostgreSQL could not make a database folder: ${result.error ?? result.stderr}`)
}

const settings = {
  // Nothing here outlives the run, so nothing has to survive a power cut.
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_connections: '200',
  listen_addresses: '',
}

/**
 * Starts a server. Answers its address (of the database `postgres`, as superuser) and how to stop and delete it.
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 */
export async function startPostgres() {
  if (process.env.TEST_POSTGRES_URL) return { url: process.env.TEST_POSTGRES_URL, stop: async () => undefined }
  const reason = missingPostgres()
  if (reason) throw new Error(`The tests on PostgreSQL cannot run: ${reason}.`)

  const binaries = binaryFolder()
  const folder = mkdtempSync(join(tmpdir(), 'pg-'))
  if (isRoot) chownSync(folder, idOf('-u'), idOf('-g'))
  const data = join(folder, 'data')
  initialize(binaries, data)

  const options = Object.entries({ ...settings, unix_socket_directories: folder })
  const [program, args] = asServer(join(binaries, 'postgres'), [
    '-D',
    data,
    ...options.flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ])
  const server = spawn(program, args, { cwd: '/', stdio: ['ignore', 'ignore', 'pipe'] })
  let log = ''
  const ended = new Promise((resolve) => server.once('exit', resolve))
  const ready = new Promise((resolve, reject) => {
    server.once('error', reject)
    server.once('exit', () => reject(new Error(`PostgreSQL did not start:\n${log}`)))
    server.stderr.on('data', (chunk) => {
      log = (log + chunk).slice(-20_000)
      if (log.includes('ready to accept connections')) resolve()
    })
  })
  const stop = async () => {
    server.kill('SIGINT')
    await ended
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    await ready
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw error
  }
  return { url: `postgres://postgres@localhost/postgres?host=${encodeURIComponent(folder)}`, stop }
}
