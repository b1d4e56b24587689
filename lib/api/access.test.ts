import { beforeAll, describe, expect, test } from 'vitest'
import { database } from '@/db'
import { roles, systemActor } from '@/lib/auth/actor'
import { createApiKey } from '@/lib/auth/api-keys'
import { type Scope, scopes } from '@/lib/auth/scopes'
import { issueUserToken } from '@/lib/auth/sessions'
import type { AnyOperation } from '@/lib/http/operation'
import { type Answer, call } from '@/lib/testing/call'
import { testDatabase } from '@/lib/testing/database'
import { createKey, createMember, createPerson, type Person, unusedId } from '@/lib/testing/people'
import { createOrder, createShop, type Shop } from '@/lib/testing/shop'
import { accessRows, type Caller, callers, kinds, type Outcome, type Place, places, type Row } from './access'
import { apiDocuments } from './documents'

// The three foreign vocabularies have rights, tokens and refusals of their own, tested beside them.
const operations = apiDocuments[0]!.operations
const rowOf = (operation: AnyOperation) => accessRows[operation.id]!
const pathsOf = (operation: AnyOperation) => [operation.path, ...(operation.aliases ?? [])]

/** The ids that a path's names stand for. */
type Ids = Record<string, string>

type World = { people: Map<Caller, Person>; stranger: Person; unverified: Person; shops: Record<Place, Ids> }

let world: World

const tokensOfKeys = new Map<string, string>()

/** One key per set of scopes: with the one in question, or with all but that one. */
async function keyToken(caller: Caller, scope: Scope | undefined): Promise<string> {
  const without = caller.endsWith('WithoutScope')
  const held = scopes.filter((each) => (each === scope) !== without)
  const name = `${caller} ${scope}`
  const known = tokensOfKeys.get(name)
  if (known) return known
  const organization = caller.startsWith('org') ? { id: world.shops.own.orgId! } : null
  const { token } = await createKey(organization, held.length > 0 ? held : [...scopes])
  tokensOfKeys.set(name, token)
  return token
}

async function tokenOf(caller: Caller, row: Row): Promise<string | undefined> {
  if (caller === 'nobody') return undefined
  const person = world.people.get(caller)
  if (!person) return keyToken(caller, row.scope)
  if (!row.endsSession) return person.token
  const { transaction } = await database()
  return transaction((tx) => issueUserToken(tx, person.id, 'ends'))
}

async function keyIdOf(organizationId: string | null): Promise<string> {
  const { transaction } = await database()
  const given = { organizationId, name: 'target', scopes: [...scopes], expiresAt: null }
  return transaction(async (tx) => (await createApiKey(tx, systemActor, given)).key.id)
}

async function idsOf(shop: Shop, creator: Person): Promise<Ids> {
  return {
    orgId: shop.orgId,
    ...shop.item,
    orderId: (await createOrder(shop, {}, creator)).id,
    keyId: await keyIdOf(shop.orgId),
    systemKeyId: await keyIdOf(null),
  }
}

beforeAll(async () => {
  await testDatabase()
  const [own, foreign] = [await createShop(), await createShop()]
  const people = new Map<Caller, Person>([
    ['regular', await createPerson()],
    ['creator', await createPerson()],
    ['systemAdmin', await createPerson({ isSystemAdmin: true })],
  ])
  for (const role of roles) people.set(role, await createMember(own.organization, role))
  const creator = people.get('creator')!
  world = {
    people,
    stranger: await createPerson(),
    unverified: await createMember(own.organization, 'owner', { emailVerified: false }),
    shops: { own: await idsOf(own, creator), foreign: await idsOf(foreign, creator) },
  }
})

/** The address of a path's target; `changed` puts other ids in the place of some. */
function addressOf(row: Row, path: string, place: Place, caller: Caller, changed: Ids = {}): string {
  const person = world.people.get(caller)
  const userId = place === 'own' && person ? person.id : world.stranger.id
  const ids: Ids = { ...world.shops[place], userId }
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const id = changed[name] ?? ids[row.ids?.[name] ?? name]
    if (!id) throw new Error(`The test makes nothing yet that {${name}} in ${path} could stand for: add it to idsOf.`)
    return id
  })
  return `/api${filled}`
}

/** No body is JSON text, and no version is 0: what gets past the rights stops there, and nothing changes. */
const harmless = { body: '"nothing"', headers: { 'content-type': 'application/json', 'if-match': '"0-none"' } }

const send = (operation: AnyOperation, address: string, as: string | undefined) =>
  operation.method === 'GET'
    ? call('GET', address, { as })
    : call(operation.method, address, { as, ...(operation.body ? harmless : { headers: harmless.headers }) })

/** The status where it tells about rights, or that something broke. */
const outcomeOf = ({ status }: Answer): Outcome | number =>
  [401, 403, 404].includes(status) || status >= 500 ? status : 'ok'

/** Without a scope to hold, a key is refused as one that lacks it. */
const column = (row: Row, caller: Caller): Caller =>
  row.scope === undefined && caller.endsWith('Key') ? (`${caller}WithoutScope` as Caller) : caller

const hasPlaces = (path: string) => /\{(orgId|userId)\}/.test(path)

describe('every operation lets through whom the table says, and nobody else', () => {
  test('every operation has a row, and every row an operation', () => {
    expect(Object.keys(accessRows).sort()).toEqual(operations.map(({ id }) => id).sort())
  })

  const cases = operations
    .filter(rowOf)
    .flatMap((operation) => pathsOf(operation).map((path) => ({ ...operation, operation, path })))

  test.each(cases)('$method $path ($id)', async ({ operation, path }) => {
    const row = rowOf(operation)
    const seen: Record<string, Outcome | number> = {}
    const wanted: typeof seen = {}
    for (const place of hasPlaces(path) ? places : (['own'] as const)) {
      for (const caller of callers) {
        const answer = await send(operation, addressOf(row, path, place, caller), await tokenOf(caller, row))
        seen[`${caller}, ${place}`] = outcomeOf(answer)
        wanted[`${caller}, ${place}`] = kinds[row.access][place][callers.indexOf(column(row, caller))]!
      }
    }
    expect(seen).toEqual(wanted)
  })
})

describe('beyond roles', () => {
  const tokens = operations.filter(rowOf).map((operation) => ({ ...operation, operation }))

  test.each(tokens)('$id: a token that is not good is refused where one counts', async ({ operation }) => {
    const row = rowOf(operation)
    const answer = await send(operation, addressOf(row, operation.path, 'own', 'nobody'), 'od_at_nonsense')
    expect(outcomeOf(answer)).toBe(row.access === 'public' ? 'ok' : 401)
  })

  const scoped = tokens.filter(({ operation }) => rowOf(operation).scope)
  test.each(scoped)('$id: the missing scope is named', async ({ operation }) => {
    const row = rowOf(operation)
    const token = await tokenOf('systemKeyWithoutScope', row)
    const answer = await send(operation, addressOf(row, operation.path, 'own', 'systemKey'), token)
    expect(answer.body.innererror).toEqual({ code: 'MissingScope', scope: row.scope })
  })

  test.each(tokens)('$id: asks for a verified e-mail address or not, as the table says', async ({ operation }) => {
    const row = rowOf(operation)
    if (row.access === 'system') return
    const { transaction } = await database()
    const token = await transaction((tx) => issueUserToken(tx, world.unverified.id, 'unverified'))
    const path = operation.path.replace('{userId}', world.unverified.id)
    const answer = await send(operation, addressOf(row, path, 'own', 'owner'), token)
    if (row.verifiedEmail)
      expect(answer).toMatchObject({ status: 403, body: { innererror: { code: 'EmailNotVerified' } } })
    else expect(outcomeOf(answer)).toBe('ok')
  })
})

describe('what is not there', () => {
  const inOrganization = operations
    .filter((operation) => rowOf(operation) && operation.path.includes('{orgId}'))
    .map((operation) => ({ ...operation, operation }))

  test.each(inOrganization)(
    '$id: an organization that does not exist is 404 for whoever is signed in',
    async ({ operation }) => {
      const row = rowOf(operation)
      const seen: Partial<Record<Caller, number>> = {}
      for (const caller of ['nobody', 'regular', 'owner', 'systemAdmin'] as const) {
        const address = addressOf(row, operation.path, 'own', caller, { orgId: unusedId() })
        seen[caller] = (await send(operation, address, await tokenOf(caller, row))).status
      }
      const anonymous = ['public', 'optional'].includes(row.access) ? 404 : 401
      expect(seen).toEqual({ nobody: anonymous, regular: 404, owner: 404, systemAdmin: 404 })
    },
  )

  const targets = inOrganization.filter(({ path }) => /\{(?!orgId)\w+\}/.test(path))
  test.each(targets)(
    '$id: what belongs to another organization looks exactly like what is missing',
    async ({ operation }) => {
      const row = rowOf(operation)
      const names = [...operation.path.matchAll(/\{(\w+)\}/g)]
        .map(([, name]) => name!)
        .filter((name) => name !== 'orgId')
      for (const caller of ['owner', 'systemAdmin'] as const) {
        const ask = async (ids: Ids) => {
          const address = addressOf(row, operation.path, 'own', caller, ids)
          const as = await tokenOf(caller, row)
          return call(operation.method, address, { as, ...(operation.body ? { body: row.harmlessBody } : {}) })
        }
        const theirs = await ask(Object.fromEntries(names.map((name) => [name, world.shops.foreign[name]!])))
        const missing = await ask(Object.fromEntries(names.map((name) => [name, unusedId()])))
        expect(theirs.status).toBe(404)
        expect(theirs.body).toEqual(missing.body)
      }
    },
  )
})
