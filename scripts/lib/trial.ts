// What the trials share: a database of their own with demo data, production servers on random ports, and clients.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { freePort } from './address.mjs'
import { build, isBuilt } from './build.mjs'
import { startPostgres } from './postgres.mjs'
import { command, fail, stop, stopOnSignal } from './project.mjs'
import { serve } from './serve.mjs'
import { runQuietly, step } from './steps.mjs'

const demoPassword = 'orderdesk-demo'

/** `--rounds N` and `--postgres`, as both trials take them. */
export function trialOptions(rounds: number): { rounds: number; postgres: boolean } {
  const { values } = parseArgs({
    options: { rounds: { type: 'string' }, postgres: { type: 'boolean', default: false } },
  })
  return { rounds: Number(values.rounds ?? rounds), postgres: values.postgres }
}

type Process = Awaited<ReturnType<typeof serve>>

export type Server = {
  url: string
  pid: number
  /** `kill -9`, at once. */
  kill(): Promise<void>
  stop(): Promise<void>
}

export type Trial = {
  databaseUrl: string
  /** The folder of the attachments. */
  filesFolder: string
  /** Starts one more production server on the database. */
  serve(): Promise<Server>
}

/** Fails the trial with a sentence. */
export class Broken extends Error {}

export const expectThat = (holds: boolean, otherwise: string): void => {
  if (!holds) throw new Broken(otherwise)
}

async function makeDatabase(env: Record<string, string>): Promise<void> {
  await runQuietly([command('tsx'), 'scripts/seed.ts', '--orders', '40', '--products', '40'], { env })
}

/** Runs a trial and ends the script: 0 when all it expects holds, 1 when not. */
export async function runTrial(
  title: string,
  options: { postgres: boolean },
  work: (trial: Trial) => Promise<string>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'orderdesk-trial-'))
  const postgres = options.postgres ? await startPostgres() : undefined
  const cleanUp = async () => {
    await postgres?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
  stopOnSignal(1, cleanUp)

  const databaseUrl = postgres?.url ?? `file:${join(folder, 'orderdesk.db')}`
  const env = {
    DATABASE_URL: databaseUrl,
    ATTACHMENTS_URL: `file:${join(folder, 'attachments')}`,
    AUTH_SECRET: 'a secret that only the trials know',
    RATE_LIMIT: 'off',
    LOG_LEVEL: 'error',
  }
  const open = new Set<Process>()
  let summary = ''
  try {
    if (!isBuilt()) await step('Build', build)
    await step('Fill in a database', () => makeDatabase(env))
    await step(title, async () => {
      summary = await work({
        databaseUrl,
        filesFolder: join(folder, 'attachments'),
        async serve() {
          const port = await freePort()
          const server = await serve(port, { ...env, PUBLIC_URL: `http://127.0.0.1:${port}` })
          open.add(server)
          const end = async (signal: 'SIGKILL' | 'SIGTERM') => {
            open.delete(server)
            await stop(server, signal)
          }
          return {
            url: `http://127.0.0.1:${port}`,
            pid: server.pid!,
            kill: () => end('SIGKILL'),
            stop: () => end('SIGTERM'),
          }
        },
      })
    })
  } catch (error) {
    await Promise.all([...open].map((server) => stop(server)))
    await cleanUp()
    if (!(error instanceof Broken)) fail(error)
    console.error(`\n${(error as Error).message}`)
    process.exit(1)
  }
  await Promise.all([...open].map((server) => stop(server)))
  await cleanUp()
  console.log(summary)
  process.exit(0)
}

type Reply = { status: number; body: Record<string, unknown>; etag: string | null }

/** Signs in and gives a function that sends JSON with the token. Throws when no answer comes. */
export async function signIn(server: Pick<Server, 'url'>, email: string) {
  const send =
    (token?: string) =>
    async (method: string, path: string, body?: unknown, headers: Record<string, string> = {}): Promise<Reply> => {
      const response = await fetch(server.url + path, {
        method,
        headers: {
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          ...(token ? { authorization: `Bearer ${token}` } : {}),
          ...headers,
        },
        body: body === undefined ? null : JSON.stringify(body),
        signal: AbortSignal.timeout(60_000),
      })
      const text = await response.text()
      return { status: response.status, body: text ? JSON.parse(text) : {}, etag: response.headers.get('etag') }
    }
  const { status, body } = await send()('POST', '/api/auth/login', { email, password: demoPassword })
  expectThat(status === 200, `${email} could not sign in: ${status} ${JSON.stringify(body)}`)
  return send(String(body.accessToken))
}

export type Client = Awaited<ReturnType<typeof signIn>>

/** The path of Acme's orders, and the body of a new one, with two lines that one of its orders has. */
export async function acme(client: Client): Promise<{ path: string; newOrder: object; lineCount: number }> {
  const organizations = (await client('GET', '/api/orgs')).body.value as { id: string; slug: string }[]
  const id = organizations.find(({ slug }) => slug === 'acme')?.id
  expectThat(id !== undefined, 'The demo data has no Acme.')
  const path = `/api/orgs/${id}/orders`
  type Line = { product: string; variant: string }
  const orders = (await client('GET', `${path}?$top=20`)).body.value as { lineItems: Line[] }[]
  const { lineItems } = orders.find((order) => order.lineItems.length > 1)!
  const items = lineItems.map(({ product, variant }) => ({ productId: product, variantId: variant, quantity: 1 }))
  const customer = {
    name: '試験 花子',
    nameKana: 'シケン ハナコ',
    addressLine1: '東京都千代田区1-1',
    phone: '03-0123-4567',
    email: 'trial@example.com',
  }
  return { path, newOrder: { items, customer }, lineCount: items.length }
}
