// `npm run test:races [-- --rounds N] [-- --postgres]`, second part: four races of the catalog, 50 requests at once over
// two server processes on one database. After every round the invariants are read back through the API.
import { acme, type Client, expectThat, runTrial, signIn, type Trial, trialOptions } from './lib/trial'

const parallel = 50
const options = trialOptions(100)
const { rounds } = options
const patience = 20

type Answer = Awaited<ReturnType<Client>>
type Races = { admins: Client[]; owners: Client[]; fans: Client[]; fanId: string; orgId: string; categoryId: string }

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

let repeated = 0

/** A busy store says when to come again, and a client does. */
async function patiently(send: () => Promise<Answer>): Promise<Answer> {
  for (let tries = 1; ; tries++) {
    const answer = await send()
    if (answer.status !== 503 || tries === patience) return answer
    repeated++
    await pause(Math.random() * 200)
  }
}

const crowd = (send: (n: number) => Promise<Answer>) =>
  Promise.all(Array.from({ length: parallel }, (_, n) => patiently(() => send(n))))

const statuses = (answers: Answer[]) => [...new Set(answers.map(({ status }) => status))].sort().join(', ')

function expectStatuses(answers: Answer[], allowed: number[], what: string): void {
  expectThat(
    answers.every(({ status }) => allowed.includes(status)),
    `${what}: unexpected answers (${statuses(answers)}).`,
  )
}

async function made(client: Client, path: string, body: unknown): Promise<string> {
  const answer = await patiently(() => client('POST', path, body))
  expectThat(answer.status === 201, `POST ${path} answered ${answer.status}: ${JSON.stringify(answer.body)}`)
  return String(answer.body.id)
}

const turn = <T>(list: readonly T[], n: number): T => list[n % list.length]!

/** No product is ever in a category that is gone. */
async function deleteAgainstCreate({ admins, owners, orgId }: Races, round: number): Promise<void> {
  const what = `Category race, round ${round}`
  const categoryId = await made(admins[0]!, '/api/categories', { name: `Race ${round}` })
  const products = `/api/orgs/${orgId}/products`
  const answers = await crowd((n) =>
    n % 5 === 0
      ? turn(admins, n / 5)('DELETE', `/api/categories/${categoryId}`)
      : turn(owners, n)('POST', products, { categoryId, name: `Race ${n}` }),
  )
  expectStatuses(answers, [201, 204, 400, 404, 409], what)
  const category = await admins[0]!('GET', `/api/categories/${categoryId}`)
  const listed = await owners[1]!('GET', `${products}?$filter=category eq '${categoryId}'&$top=100`)
  const created = answers.filter(({ status }) => status === 201).length
  expectThat(listed.body.total === created, `${what}: ${created} were created, ${listed.body.total} are there.`)
  expectThat(created === 0 || category.status === 200, `${what}: ${created} products are in a category that is gone.`)
  expectThat(
    answers.filter(({ status }) => status === 204).length === (category.status === 404 ? 1 : 0),
    `${what}: the category was deleted more than once, or answers and store disagree.`,
  )
  const ids = (listed.body.value as { id: string }[]).map(({ id }) => id)
  if (ids.length > 0) await patiently(() => owners[0]!('POST', `${products}:batchDelete`, { ids }))
}

/** Two nodes moved below each other: one move wins, and both still hang on the root. */
async function movesThatCycle({ admins }: Races, round: number): Promise<void> {
  for (const kind of ['categories', 'locations']) {
    const what = `Race of moves, ${kind}, round ${round}`
    const [a, b] = [
      await made(admins[0]!, `/api/${kind}`, { name: `A ${round}` }),
      await made(admins[1]!, `/api/${kind}`, { name: `B ${round}` }),
    ]
    const answers = await crowd((n) => {
      const [id, parentId] = n % 2 === 0 ? [a, b] : [b, a]
      const send = turn(admins, n)
      return n % 4 < 2
        ? send('POST', `/api/${kind}/${id}/move`, { parentId })
        : send('PATCH', `/api/${kind}/${id}`, { parentId })
    })
    expectStatuses(answers, [200, 400, 409], what)
    const parents = new Map<string, string | null>()
    for (const id of [a, b]) {
      const { body } = await admins[0]!('GET', `/api/${kind}/${id}`)
      parents.set(id, body.parent as string | null)
    }
    const below = [parents.get(a) === b, parents.get(b) === a].filter(Boolean).length
    expectThat(below === 1, `${what}: ${below} of the two stand below the other.`)
  }
}

/** Of fifty that want a SKU, one gets it. */
async function sameSku({ owners, orgId, categoryId }: Races, round: number): Promise<void> {
  const what = `SKU race, round ${round}`
  const products = [
    await made(owners[0]!, `/api/orgs/${orgId}/products`, { categoryId, name: `SKU ${round} a` }),
    await made(owners[1]!, `/api/orgs/${orgId}/products`, { categoryId, name: `SKU ${round} b` }),
  ]
  const sku = `RACE-${round}-${Date.now()}`
  const variant = { title: 'Race', sku, price: { amount: 1 } }
  const answers = await crowd((n) => {
    const send = turn(owners, n)
    if (n % 3 === 0) return send('POST', `/api/orgs/${orgId}/products`, { categoryId, name: 'x', variants: [variant] })
    if (n % 3 === 1) return send('POST', `/api/products/${turn(products, n)}/variants`, variant)
    return send('POST', '/api/variants:batchPost', [{ productId: turn(products, n), ...variant }])
  })
  expectStatuses(answers, [201, 409], what)
  const winners = answers.filter(({ status }) => status === 201).length
  expectThat(winners === 1, `${what}: ${winners} variants got the SKU.`)
  const found = await owners[0]!('GET', `/api/orgs/${orgId}/products?$filter=variants.sku eq '${sku}'`)
  expectThat(found.body.total === 1, `${what}: ${found.body.total} products have the SKU.`)
}

/** Following and unfollowing at once leaves one follower or none, and both lists agree. */
async function lastFollower({ admins, owners, fans, fanId, orgId, categoryId }: Races, round: number): Promise<void> {
  const what = `Follower race, round ${round}`
  const product = { categoryId, name: `Followed ${round}`, publication: { status: 'ACTIVE' } }
  const id = await made(owners[0]!, `/api/orgs/${orgId}/products`, product)
  const body = { followerId: fanId, followerType: 'user' }
  const answers = await crowd((n) =>
    turn(fans, n)('POST', `/api/products/${id}/${n % 3 === 0 ? 'unfollow' : 'follow'}`, body),
  )
  expectStatuses(answers, [201, 204, 403], what)
  const followers = await admins[0]!('GET', `/api/products/${id}/followers?type=user`)
  const follows = await fans[0]!('GET', `/api/users/${fanId}/products/follows?$filter=productId eq '${id}'`)
  const total = Number(followers.body.total)
  expectThat(total <= 1 && follows.body.total === total, `${what}: ${total} followers, ${follows.body.total} follows.`)
  await patiently(() => fans[1]!('POST', `/api/products/${id}/unfollow`, body))
  const left = await admins[1]!('GET', `/api/products/${id}/followers?type=user`)
  expectThat(left.body.total === 0, `${what}: the last follower stayed.`)
}

async function catalogRaces(trial: Trial): Promise<string> {
  const servers = [await trial.serve(), await trial.serve()]
  const both = (email: string) => Promise.all(servers.map((server) => signIn(server, email)))
  const [admins, owners, fans] = [
    await both('admin@orderdesk.example'),
    await both('owner@acme.example'),
    await both('taro@customer.example'),
  ]
  const orgId = (await acme(owners[0]!)).path.split('/')[3]!
  const races: Races = {
    admins,
    owners,
    fans,
    orgId,
    fanId: String((await fans[0]!('GET', '/api/me')).body.id),
    categoryId: await made(admins[0]!, '/api/categories', { name: 'Races' }),
  }
  for (let round = 1; round <= rounds; round++) {
    await deleteAgainstCreate(races, round)
    await movesThatCycle(races, round)
    await sameSku(races, round)
    await lastFollower(races, round)
    if (round % 10 === 0) console.log(`  ${round} of ${rounds} rounds`)
  }
  return `${rounds} rounds of ${parallel} for categories, moves, SKUs and followers: no invariant broke. Asked to come again: ${repeated}.`
}

await runTrial(`Races in the catalog, ${parallel} at once, ${rounds} times, two servers`, options, catalogRaces)
