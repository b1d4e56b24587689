import { and, eq } from 'drizzle-orm'
import type { Reader, Tx } from '@/db'
import { organizations, variants } from '@/db/schema'
import type { Actor } from '@/lib/auth/actor'
import { respanProducts } from '@/lib/catalog/products/respan-products'
import { touchCatalog } from '@/lib/catalog/stamp'
import { now } from '@/lib/clock'
import { findLegalEntities, type LegalEntity, saveLegalEntities } from '@/lib/customers/save-legal-entities'
import { findHolders, type Restriction, saveHolders } from '@/lib/customers/save-restrictions'
import { AppError, badArgument, type ErrorDetail, forbidden } from '@/lib/errors'
import { type Expected, requireVersion } from '@/lib/expected-version'
import { changedFields, recordChange } from '@/lib/history/record-change'
import type { OrganizationStatus } from '@/lib/resources/organization'
import { findUsers } from '@/lib/users/find-user'
import { requireWellFormed } from './check-organization'
import { getOrganization } from './find-organization'
import { findKnownIds } from './find-people'
import type { Organization } from './organization'
import { requireFree } from './require-free'

/** Everything that is set for an organization. */
export type Settings = {
  organization: Organization
  restrictions: Restriction[]
  legalEntities: LegalEntity[]
  /** Prices are kept in the currency, which therefore stays. */
  hasPrices: boolean
}

/** What may change; absent stays, lists are given whole. */
export type SettingsPatch = Partial<
  Pick<
    Organization,
    | 'name'
    | 'description'
    | 'country'
    | 'currency'
    | 'taxRateBasisPoints'
    | 'timeZone'
    | 'syncRestrictionsWithSiteCodes'
    | 'slug'
    | 'storeNumber'
  > & { status: OrganizationStatus; restrictions: Restriction[]; legalEntities: LegalEntity[] }
>

/** What decides how other systems reach an organization, and whether it may trade: for system admins. */
const forSystemAdmins = ['slug', 'storeNumber', 'status'] as const

async function hasPrices(db: Reader, organizationId: string): Promise<boolean> {
  const found = await db
    .select({ id: variants.id })
    .from(variants)
    .where(eq(variants.organizationId, organizationId))
    .limit(1)
  return found.length > 0
}

/** @throws AppError NotFound */
export async function getSettings(db: Reader, organizationId: string): Promise<Settings> {
  const organization = await getOrganization(db, organizationId)
  const holders = await findHolders(db, organizationId)
  return {
    organization,
    restrictions: organization.restrictions.map((label) => ({ label, userIds: holders.get(label) ?? [] })),
    legalEntities: await findLegalEntities(db, organizationId),
    hasPrices: await hasPrices(db, organizationId),
  }
}

/**
 * Changes what is set for an organization.
 * @throws AppError NotFound, PreconditionFailed, Forbidden for what only system admins set, BadArgument, Conflict for a
 *   slug or store number that is taken and for a currency that prices are kept in
 */
export async function updateSettings(
  tx: Tx,
  actor: Actor,
  organizationId: string,
  patch: SettingsPatch,
  expected?: Expected,
): Promise<Settings> {
  const stored = await getSettings(tx, organizationId)
  const before = stored.organization
  requireVersion('The organization', before.version, expected)
  requireRights(actor, before, patch)
  requireWellFormed(patch)
  const { restrictions, legalEntities, ...fields } = patch
  await requireSound(tx, actor, stored, patch)
  const draft: Organization = {
    ...before,
    ...Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)),
    ...(restrictions ? { restrictions: restrictions.map(({ label }) => label) } : {}),
  }
  if (draft.slug !== before.slug || draft.storeNumber !== before.storeNumber) {
    await requireFree(tx, { slug: draft.slug, storeNumber: draft.storeNumber, except: before.id })
  }
  if (draft.currency !== before.currency && stored.hasPrices) {
    const message = `The prices of the catalog are kept in ${before.currency}. The currency can change only while there are no variants.`
    throw new AppError('Conflict', message, {
      target: 'currency',
      details: [{ code: 'Blocked', target: 'currency', message }],
    })
  }
  const isHeldAnew = restrictions !== undefined && (await saveHolders(tx, actor, organizationId, restrictions))
  const isStaffedAnew =
    legalEntities !== undefined && (await saveLegalEntities(tx, actor, organizationId, legalEntities))
  if (Object.keys(changedFields(before, draft)).length > 0 || isHeldAnew || isStaffedAnew) {
    await saveOrganization(tx, actor, before, draft)
  }
  return getSettings(tx, organizationId)
}

async function saveOrganization(tx: Tx, actor: Actor, before: Organization, draft: Organization): Promise<void> {
  const after = { ...draft, version: before.version + 1, updatedAt: now() }
  const { id, createdAt, ...fields } = after
  const [saved] = await tx
    .update(organizations)
    .set(fields)
    .where(and(eq(organizations.id, id), eq(organizations.version, before.version)))
    .returning({ id: organizations.id })
  if (!saved) throw new AppError('Conflict', 'The organization changed meanwhile. Read it again and repeat the change.')
  if (after.timeZone !== before.timeZone) await respanProducts(tx, id, after.timeZone)
  if (after.status !== before.status) await touchCatalog(tx)
  await recordChange(tx, actor, {
    organizationId: id,
    entity: 'organization',
    entityId: id,
    version: after.version,
    operation: 'update',
    before,
    after,
    at: after.updatedAt,
  })
}

function requireRights(actor: Actor, organization: Organization, patch: SettingsPatch): void {
  if (actor.isSystemAdmin) return
  const refused = forSystemAdmins.filter((name) => patch[name] !== undefined && patch[name] !== organization[name])
  if (refused.length === 0) return
  throw forbidden(`Only a system admin changes ${refused.map((name) => `\`${name}\``).join(', ')}.`, {
    code: 'SystemAdminsOnly',
    fields: refused,
  })
}

/** Labels and codes that are given once, and people the organization knows or had assigned before. */
async function requireSound(tx: Tx, actor: Actor, stored: Settings, patch: SettingsPatch): Promise<void> {
  const details: ErrorDetail[] = []
  const lists = [
    {
      name: 'restrictions',
      own: 'label',
      given: (patch.restrictions ?? []).map(({ label, userIds }) => ({ key: label, userIds })),
    },
    {
      name: 'legalEntities',
      own: 'id',
      given: (patch.legalEntities ?? []).map(({ id, userIds }) => ({ key: id, userIds })),
    },
  ]
  const assigned = [...stored.restrictions, ...stored.legalEntities].flatMap(({ userIds }) => userIds)
  const asked = [...new Set(lists.flatMap(({ given }) => given.flatMap(({ userIds }) => userIds)))]
  const acceptable = actor.isSystemAdmin
    ? new Set((await findUsers(tx, asked)).keys())
    : await findKnownIds(tx, stored.organization.id, asked)
  for (const id of assigned) acceptable.add(id)
  for (const { name, own, given } of lists) {
    for (const [index, { key, userIds }] of given.entries()) {
      if (given.findIndex((each) => each.key === key) !== index) {
        details.push({ code: 'Duplicate', target: `${name}.${index}.${own}`, message: `\`${key}\` is given twice.` })
      }
      for (const [place, id] of userIds.entries()) {
        if (acceptable.has(id)) continue
        const message = `The organization knows no user ${id}: neither a member nor somebody who ordered here.`
        details.push({ code: 'UnknownReference', target: `${name}.${index}.userIds.${place}`, message })
      }
    }
  }
  if (details.length > 0) throw badArgument('RequestBody', details[0]!.message, details)
}
