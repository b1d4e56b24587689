import sharp from 'sharp'
import { database, type Reader } from '@/db'
import { railAreas, railCompanies, railLines, railStations } from '@/db/schema'
import { type Caller, callers, type Place, type Row } from '@/lib/api/access'
import { addFile } from '@/lib/attachments/add-file'
import { fileName } from '@/lib/attachments/file-url'
import { type Role, roles, systemActor } from '@/lib/auth/actor'
import { createApiKey } from '@/lib/auth/api-keys'
import { createPasswordReset } from '@/lib/auth/choose-password'
import { createInvitation } from '@/lib/auth/invitations'
import { type Scope, scopes } from '@/lib/auth/scopes'
import { issueUserToken } from '@/lib/auth/sessions'
import { createAttribute } from '@/lib/catalog/attributes/create-attribute'
import { createCategory } from '@/lib/catalog/categories/create-category'
import { createLocation } from '@/lib/catalog/locations/create-location'
import { storeRail } from '@/lib/catalog/rail/store-rail'
import { call } from './call'
import { createKey, createMember, createPerson, type Person, unusedId } from './people'
import { createOrder, createShop, type Shop } from './shop'

/** The ids that the names in paths stand for, at one place. */
export type Ids = Record<string, string>

/** Two organizations with one of everything, and everybody who could call. */
export type AccessWorld = {
  people: ReadonlyMap<Caller, Person>
  /** Whom no caller is. */
  stranger: Person
  /** An owner whose e-mail address is not verified. */
  unverified: Person
  ids: Record<Place, Ids>
  keys: Map<string, string>
}

async function keyIdOf(organizationId: string | null): Promise<string> {
  const { transaction } = await database()
  const given = { organizationId, name: 'target', scopes: [...scopes], expiresAt: null }
  return transaction(async (tx) => (await createApiKey(tx, systemActor, given)).key.id)
}

const railTables = { areaId: railAreas, companyId: railCompanies, lineId: railLines, stationId: railStations }

const onlyId = async (db: Reader, table: (typeof railTables)[keyof typeof railTables]): Promise<string> =>
  (await db.select({ id: table.id }).from(table))[0]!.id

/** What belongs to the system, and so is the same at both places. */
async function sharedIds(): Promise<Ids> {
  const { reader, transaction } = await database()
  const ids = await transaction(async (tx) => {
    await storeRail(tx, {
      companies: [{ code: 'JR', name: 'JR' }],
      areas: [{ code: 'TYO', name: 'Tokyo' }],
      lines: [{ code: 'YM', name: 'Yamanote', company: 'JR' }],
      stations: [{ code: 'JY01', name: 'Tokyo', line: 'YM', area: 'TYO', order: 1, longitude: 139.8, latitude: 35.7 }],
    })
    return {
      categoryId: (await createCategory(tx, systemActor, { name: 'Unused' })).id,
      locationId: (await createLocation(tx, systemActor, { name: 'Unused' })).id,
      attributeId: (await createAttribute(tx, systemActor, { name: 'Unused', type: 'Text' })).id,
    }
  })
  const rail = await Promise.all(
    Object.entries(railTables).map(async ([name, table]) => [name, await onlyId(reader, table)]),
  )
  return { ...ids, ...Object.fromEntries(rail), systemKeyId: await keyIdOf(null) }
}

/** A bulk run over one order of a shop. */
async function batchIdOf(shop: Shop): Promise<string> {
  const body = { status: 'ACCEPTED', ids: [(await createOrder(shop)).id] }
  return (await call('POST', `/api/orgs/${shop.orgId}/orders:bulkTransition`, { as: shop.owner, body })).body.batchId
}

/** A view that a shop shares. */
async function viewIdOf({ orgId, owner }: Shop): Promise<string> {
  const body = { list: 'orders', name: 'Target', scope: 'shared', state: {} }
  return (await call('POST', `/api/orgs/${orgId}/views`, { as: owner, body })).body.id
}

/** A private attachment, and the name its file is served under. */
async function attachmentIdsOf({ organization }: Shop): Promise<Ids> {
  const { transaction } = await database()
  const content = await sharp({ create: { width: 2, height: 2, channels: 3, background: 'red' } })
    .png()
    .toBuffer()
  const attachment = await transaction((tx) => addFile(tx, systemActor, organization, { content, type: 'image/png' }))
  return { attachmentId: attachment.id, name: fileName(attachment), owner: organization.id, object: attachment.id }
}

/** A note on an order. */
async function noteIdOf({ orgId, owner }: Shop, orderId: string): Promise<string> {
  const path = `/api/orgs/${orgId}/orders/${orderId}/notes`
  return (await call('POST', path, { as: owner, body: { body: 'Target' } })).body.id
}

async function orderIdsOf(shop: Shop, creator: Person): Promise<Ids> {
  const orderId = (await createOrder(shop, {}, creator)).id
  return { orderId, noteId: await noteIdOf(shop, orderId) }
}

/** An invitation, its link's token, and the token of a link for the owner's password. */
async function linksOf({ orgId, owner }: Shop): Promise<Ids> {
  const { transaction } = await database()
  return transaction(async (tx) => {
    const { invitation, token } = await createInvitation(tx, systemActor, { organizationId: orgId, role: 'guest' })
    const { token: passwordToken } = await createPasswordReset(tx, systemActor, owner.id)
    return { invitationId: invitation.id, invitationToken: token, passwordToken }
  })
}

const idsOf = async (shop: Shop, creator: Person): Promise<Ids> => ({
  orgId: shop.orgId,
  ...shop.item,
  ...(await orderIdsOf(shop, creator)),
  keyId: await keyIdOf(shop.orgId),
  batchId: await batchIdOf(shop),
  viewId: await viewIdOf(shop),
  list: 'orders',
  ...(await attachmentIdsOf(shop)),
  ...(await linksOf(shop)),
  memberId: shop.owner.id,
  // Nobody's: ending a session that is over changes nothing.
  sessionId: unusedId(),
})

export async function createAccessWorld(): Promise<AccessWorld> {
  const own = await createShop()
  const foreign = await createShop()
  const creator = await createPerson()
  const people = new Map<Caller, Person>([
    ['regular', await createPerson()],
    ['creator', creator],
    ['systemAdmin', await createPerson({ isSystemAdmin: true })],
  ])
  for (const role of roles) people.set(role satisfies Role, await createMember(own.organization, role))
  const shared = await sharedIds()
  return {
    people,
    stranger: await createPerson(),
    unverified: await createMember(own.organization, 'owner', { emailVerified: false }),
    ids: {
      own: { ...shared, ...(await idsOf(own, creator)) },
      foreign: { ...shared, ...(await idsOf(foreign, creator)) },
    },
    keys: new Map(),
  }
}

/** A key with the scope in question, or one with all but that; made once each. */
async function keyToken(world: AccessWorld, caller: Caller, scope: Scope | undefined): Promise<string> {
  const without = caller.endsWith('WithoutScope')
  const held = scopes.filter((each) => (each === scope) !== without)
  const name = `${caller} ${scope}`
  const known = world.keys.get(name)
  if (known) return known
  const organization = caller.startsWith('org') ? { id: world.ids.own.orgId! } : null
  const { token } = await createKey(organization, held.length > 0 ? held : [...scopes])
  world.keys.set(name, token)
  return token
}

/** A further token of a person. */
export async function freshToken(person: Person): Promise<string> {
  const { transaction } = await database()
  return transaction((tx) => issueUserToken(tx, person.id, 'test'))
}

/** The token a caller shows; none for nobody. */
export async function tokenOf(world: AccessWorld, caller: Caller, row: Row): Promise<string | undefined> {
  if (caller === 'nobody') return undefined
  const person = world.people.get(caller)
  if (!person) return keyToken(world, caller, row.scope)
  return row.endsSession ? freshToken(person) : person.token
}

/** The column of the table: without a scope to hold, a key is refused like one that lacks it. */
export function columnOf(row: Row, caller: Caller): number {
  const lacking = row.scope === undefined && caller.endsWith('Key')
  return callers.indexOf(lacking ? (`${caller}WithoutScope` as Caller) : caller)
}

/** One more variant of a place's product. */
export async function createVariantAt(world: AccessWorld, { productId }: Ids): Promise<string> {
  const body = { title: 'Further', price: { amount: 100 } }
  const path = `/api/products/${productId}/variants`
  return (await call('POST', path, { as: world.people.get('systemAdmin'), body })).body.id
}
