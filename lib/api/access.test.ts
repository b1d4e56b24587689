import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AnyOperation } from '@/lib/http/operation'
import {
  type AccessWorld,
  columnOf,
  createAccessWorld,
  createVariantAt,
  freshToken,
  type Ids,
  tokenOf,
} from '@/lib/testing/access-world'
import { type Answer, call } from '@/lib/testing/call'
import { testDatabase } from '@/lib/testing/database'
import { unusedId } from '@/lib/testing/people'
import { accessRows, type Caller, callers, kinds, type Outcome, type Place, places, type Row } from './access'
import { primaryOperations } from './primary/operations'

// The three foreign vocabularies have rights, tokens and refusals of their own, tested beside them.
const operations = primaryOperations
const rowOf = (operation: AnyOperation) => accessRows[operation.id]!
const pathsOf = (operation: AnyOperation) => [operation.path, ...(operation.aliases ?? [])]

const folder = mkdtempSync(join(tmpdir(), 'orderdesk-access-'))
process.env.ATTACHMENTS_URL = `file:${folder}`
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let world: AccessWorld

beforeAll(async () => {
  await testDatabase()
  world = await createAccessWorld()
})

const variant = { title: 'Another', price: { amount: 100 } }

/**
 * Bodies that pass their checks, for operations that look at the body before they know whose the target is, or whose
 * body names it. Most would change nothing; some add what nobody minds.
 */
const bodies: Record<string, (ids: Ids) => unknown> = {
  patchOrder: () => ({}),
  recordPayment: () => ({ status: 'PAID' }),
  contestOrder: () => ({ message: '' }),
  reviewOrder: () => ({ items: [] }),
  patchView: () => ({}),
  createOrderNote: () => ({ body: 'Target' }),
  patchMember: () => ({ role: 'owner' }),
  rotateApiKey: () => ({}),
  patchOrderNote: () => ({ body: 'Target' }),
  patchProduct: () => ({}),
  patchProductById: () => ({}),
  copyProduct: () => ({}),
  createVariant: () => variant,
  createVariantByProductId: () => variant,
  patchVariant: () => ({}),
  patchAttachment: () => ({}),
  replaceAttachmentContent: () => ({ objectId: unusedId(), type: 'image/png' }),
  patchVariantByProductId: () => ({}),
  batchCreateVariants: ({ productId }) => [{ ...variant, productId }],
  batchPatchVariants: ({ variantId }) => [{ ids: [variantId], data: {} }],
  batchDeleteVariants: async (ids) => ({ ids: [await createVariantAt(world, ids)] }),
}

const idsAt = (place: Place, caller: Caller): Ids => {
  const person = world.people.get(caller)
  return { ...world.ids[place], userId: place === 'own' && person ? person.id : world.stranger.id }
}

function addressOf(row: Row, path: string, ids: Ids): string {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const id = ids[row.ids?.[name] ?? name]
    if (!id) throw new Error(`Nothing is made yet that {${name}} in ${path} could stand for: see access-world.ts.`)
    return id
  })
  return `/api${filled}`
}

/** No body is JSON text, and no version is 0: what gets past the rights stops there, and nothing changes. */
const harmless = { 'content-type': 'application/json', 'if-match': '"0-none"' }

async function send(operation: AnyOperation, path: string, ids: Ids, as: string | undefined): Promise<Answer> {
  const address = addressOf(rowOf(operation), path, ids)
  if (operation.method === 'GET') return call('GET', address, { as })
  if (!operation.body) return call(operation.method, address, { as, headers: harmless })
  const body = (await bodies[operation.id]?.(ids)) ?? '"nothing"'
  return call(operation.method, address, { as, headers: harmless, body })
}

/** The status where it tells about rights, or that something broke. */
const outcomeOf = ({ status }: Answer): Outcome | number =>
  [401, 403, 404].includes(status) || status >= 500 ? status : 'ok'

/** Whether the call is about somebody's, so that it makes a difference whose. */
const hasPlaces = (operation: AnyOperation, path: string) =>
  /\{(orgId|userId|productId)\}/.test(path) || operation.id in bodies

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
    for (const place of hasPlaces(operation, path) ? places : (['own'] as const)) {
      for (const caller of callers) {
        const answer = await send(operation, path, idsAt(place, caller), await tokenOf(world, caller, row))
        seen[`${caller}, ${place}`] = outcomeOf(answer)
        wanted[`${caller}, ${place}`] = kinds[row.access][place][columnOf(row, caller)]!
      }
    }
    expect(seen).toEqual(wanted)
  })
})

describe('beyond roles', () => {
  const each = operations.filter(rowOf).map((operation) => ({ ...operation, operation }))

  test.each(each)('$id: a token that is not good is refused where one counts', async ({ operation }) => {
    const answer = await send(operation, operation.path, idsAt('own', 'nobody'), 'od_at_nonsense')
    const { access } = rowOf(operation)
    expect(outcomeOf(answer)).toBe(access === 'public' ? 'ok' : access === 'signed' ? 403 : 401)
  })

  const scoped = each.filter(({ operation }) => rowOf(operation).scope)
  test.each(scoped)('$id: the missing scope is named', async ({ operation }) => {
    const row = rowOf(operation)
    const token = await tokenOf(world, 'systemKeyWithoutScope', row)
    const answer = await send(operation, operation.path, idsAt('own', 'systemKeyWithoutScope'), token)
    expect(answer.body.innererror).toEqual({ code: 'MissingScope', scope: row.scope })
  })

  const forOwners = each.filter(({ operation }) => !['system', 'signed'].includes(rowOf(operation).access))
  test.each(forOwners)('$id: asks for a verified e-mail address or not, as the table says', async ({ operation }) => {
    const ids = { ...idsAt('own', 'owner'), userId: world.unverified.id }
    const answer = await send(operation, operation.path, ids, await freshToken(world.unverified))
    if (!rowOf(operation).verifiedEmail) expect(outcomeOf(answer)).toBe('ok')
    else expect(answer).toMatchObject({ status: 403, body: { innererror: { code: 'EmailNotVerified' } } })
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
        const ids = { ...idsAt('own', caller), orgId: unusedId() }
        seen[caller] = (await send(operation, operation.path, ids, await tokenOf(world, caller, row))).status
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
        const as = await tokenOf(world, caller, row)
        const ask = async (idOf: (name: string) => string) => {
          const ids = Object.fromEntries(names.map((name) => [name, idOf(name)]))
          const path = addressOf(row, operation.path, { ...idsAt('own', caller), ...ids })
          return call(operation.method, path, { as, body: operation.body && (await bodies[operation.id]?.(ids)) })
        }
        const theirs = await ask((name) => world.ids.foreign[name]!)
        const missing = await ask(unusedId)
        expect(theirs.status).toBe(404)
        expect(theirs.body).toEqual(missing.body)
      }
    },
  )
})
