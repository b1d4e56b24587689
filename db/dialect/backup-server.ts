import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { Client } from 'pg'
import { BackupRefused, holdsAccounts, type RestoreOptions, requireKnownSchema } from './backup'

const debianFolder = '/usr/lib/postgresql'

/** A client program; the newest one of Debian, since an older one cannot read a newer server. */
function program(name: string): string {
  const versions = existsSync(debianFolder) ? readdirSync(debianFolder) : []
  const debian = versions.sort((a, b) => Number(b) - Number(a)).map((version) => join(debianFolder, version, 'bin'))
  const folder = [...debian, ...(process.env.PATH ?? '').split(delimiter)].find((path) => existsSync(join(path, name)))
  if (!folder) throw new BackupRefused(`This needs ${name}, which comes with PostgreSQL's client programs.`)
  return join(folder, name)
}

/** Runs a client program on a database. The password travels where other accounts of the machine cannot see it. */
function runProgram(name: string, url: string | undefined, args: string[]): Promise<string> {
  const address = url === undefined ? undefined : new URL(url)
  const env = { ...process.env }
  if (address?.password) {
    env.PGPASSWORD = decodeURIComponent(address.password)
    address.password = ''
  }
  const child = spawn(program(name), [...(address ? [`--dbname=${address.href}`] : []), ...args], { env })
  let output = ''
  let complaint = ''
  child.stdout.on('data', (chunk) => {
    output += chunk
  })
  child.stderr.on('data', (chunk) => {
    complaint += chunk
  })
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => {
      if (code === 0) resolve(output)
      else reject(new BackupRefused(`${name} failed: ${complaint.trim().split('\n').slice(0, 5).join('\n')}`))
    })
  })
}

export async function backUpServer(url: string, file: string): Promise<void> {
  const partial = `${file}.partial`
  mkdirSync(dirname(file), { recursive: true })
  try {
    await runProgram('pg_dump', url, ['--format=custom', `--file=${partial}`])
    renameSync(partial, file)
  } finally {
    rmSync(partial, { force: true })
  }
}

export async function restoreServer(url: string, file: string, { force }: RestoreOptions): Promise<void> {
  requireKnownSchema(await appliedMigrations(file))
  await requireFree(url, force)
  // Written out first: a script that broke off half way must not be run.
  const script = `${file}.restoring.sql`
  try {
    await runProgram('pg_restore', undefined, ['--no-owner', '--no-privileges', `--file=${script}`, file])
    const empty = ['public', 'drizzle'].map((schema) => `drop schema if exists ${schema} cascade`).join('; ')
    const arguments_ = ['--no-psqlrc', '--quiet', '--single-transaction', '--set=ON_ERROR_STOP=1', '--output=/dev/null']
    await runProgram('psql', url, [...arguments_, `--command=${empty}; create schema public`, `--file=${script}`])
  } finally {
    rmSync(script, { force: true })
  }
}

/** The times of the migrations that the backup holds; reading them shows that it is one. */
async function appliedMigrations(file: string): Promise<number[]> {
  const table = ['--data-only', '--schema=drizzle', '--table=__drizzle_migrations', '--file=-']
  const script = await runProgram('pg_restore', undefined, [...table, file]).catch((error) => {
    if (error instanceof BackupRefused) throw new BackupRefused(`${file} is no backup of Orderdesk, or it is damaged.`)
    throw error
  })
  return [...script.matchAll(/^\d+\t[0-9a-f]{64}\t(\d+)$/gm)].map(([, when]) => Number(when))
}

async function requireFree(url: string, force: boolean): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const others = await client.query(
      `select 1 from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid() and backend_type = 'client backend'`,
    )
    if (others.rows.length > 0) throw new BackupRefused('The database is in use. Stop the server first.')
    const { rows } = await client.query("select to_regclass('public.users') is not null as made")
    if (force || !rows[0].made) return
    const users = await client.query('select 1 from users limit 1')
    if (users.rows.length > 0) throw new BackupRefused(holdsAccounts)
  } finally {
    await client.end()
  }
}
