// `npm run test:kill [-- --rounds N] [-- --postgres]`: kills the production server with `kill -9` in the middle of 1,000
// concurrent order creations, again and again, and looks at what is left: no acknowledged order is lost, none is partial.
import { sql } from 'drizzle-orm'
import { acme, type Client, expectThat, runTrial, type Server, signIn, type Trial, trialOptions } from './lib/trial'

const creates = 1000
const options = trialOptions(3)
const { rounds } = options

/** Sends all creations at once and kills the server after some of them; gives the ids that were acknowledged. */
async function killDuringCreates(server: Server, client: Client, path: string, newOrder: object, after: number) {
  const acknowledged: string[] = []
  let killed: Promise<void> | undefined
  const refused: number[] = []
  await Promise.all(
    Array.from({ length: creates }, async () => {
      try {
        const { status, body } = await client('POST', path, newOrder)
        if (status === 201) acknowledged.push(String(body.id))
        else refused.push(status)
      } catch {} // The server was gone: nobody promised anything.
      if (acknowledged.length >= after) killed ??= server.kill()
    }),
  )
  await (killed ?? server.kill())
  return { acknowledged, refused }
}

/** What is wrong with the orders as they are stored, in sentences. */
async function findHarm(url: string, acknowledged: readonly string[], lineCount: number): Promise<string[]> {
  // Which engine it is, is settled when the modules load.
  process.env.DATABASE_URL = url
  const { all, connect } = await import('@/db/dialect/connect')
  const { integrityProblems } = await import('@/db/dialect/integrity')
  const database = await connect(url)
  const db = database.reader
  const harm = await integrityProblems(db)
  const stored = new Map(
    (
      await all<{ id: string; lines: number }>(
        db,
        sql`select o.id as id, (select count(*) from order_lines l where l.order_id = o.id) as lines from orders o`,
      )
    ).map(({ id, lines }) => [id, Number(lines)]),
  )
  const lost = acknowledged.filter((id) => !stored.has(id))
  if (lost.length > 0) harm.push(`${lost.length} acknowledged orders are lost, among them ${lost[0]}.`)
  const torn = acknowledged.filter((id) => stored.has(id) && stored.get(id) !== lineCount)
  if (torn.length > 0) harm.push(`${torn.length} acknowledged orders lack lines, among them ${torn[0]}.`)

  const counts: [string, ReturnType<typeof sql>][] = [
    ['orders have no lines', sql`select count(*) as n from orders where id not in (select order_id from order_lines)`],
    ['lines have no order', sql`select count(*) as n from order_lines where order_id not in (select id from orders)`],
    [
      'orders have no beginning in the history',
      sql`select count(*) as n from orders where id not in
        (select entity_id from changes where entity = 'order' and operation = 'place')`,
    ],
    [
      'histories tell of orders that are not there',
      sql`select count(*) as n from changes where entity = 'order' and entity_id not in (select id from orders)`,
    ],
    [
      'orders lie beside the kept counts',
      sql`select abs((select count(*) from orders where split_kind is null or split_kind <> 'SUB_ORDER')
        - (select sum(count) from order_counters)) as n`,
    ],
  ]
  for (const [message, query] of counts) {
    const n = Number((await all<{ n: number }>(db, query))[0]?.n)
    if (n > 0) harm.push(`${n} ${message}.`)
  }
  await database.close()
  return harm
}

async function killTest(trial: Trial): Promise<string> {
  const promised: string[] = []
  for (let round = 1; round <= rounds; round++) {
    const server = await trial.serve()
    const client = await signIn(server, 'owner@acme.example')
    const { path, newOrder, lineCount } = await acme(client)
    const after = Math.floor((creates * (0.1 + 0.7 * (round - 1))) / Math.max(1, rounds))
    const { acknowledged, refused } = await killDuringCreates(server, client, path, newOrder, after)
    promised.push(...acknowledged)

    const harm = await findHarm(trial.databaseUrl, promised, lineCount)
    const others = refused.length === 0 ? '' : `, ${refused.length} refused (${[...new Set(refused)].join(', ')})`
    console.log(`  round ${round}: killed after ${acknowledged.length} of ${creates} were acknowledged${others}`)
    expectThat(harm.length === 0, harm.join('\n'))
  }

  const server = await trial.serve()
  const client = await signIn(server, 'owner@acme.example')
  const { path } = await acme(client)
  for (const id of promised.filter((_, i) => i % 20 === 0)) {
    const { status } = await client('GET', `${path}/${id}`)
    expectThat(status === 200, `The acknowledged order ${id} answers ${status} after the restart.`)
  }
  return `${rounds} kills, ${promised.length} acknowledged orders: none lost, none partial, the database whole.`
}

await runTrial(`Kill the server ${rounds} times during ${creates} creations`, options, killTest)
