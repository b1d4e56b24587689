import { eq, max, or } from 'drizzle-orm'
import type { Tx } from '@/db'
import { organizations } from '@/db/schema'
import type { Actor } from '@/lib/auth/actor'
import { now } from '@/lib/clock'
import { AppError, badArgument } from '@/lib/errors'
import { recordChange } from '@/lib/history/record-change'
import { newId } from '@/lib/ids'
import type { Organization } from './organization'

export type NewOrganization = {
  name: string
  /** 3 to 16 of a-z and 0-9, a letter first: the tenant of the Emporix surface (decision 6). */
  slug: string
  description?: string
  /** The AiFi `storeId`. Default: the next free one. */
  storeNumber?: number
  /** ISO 3166 alpha-2, default JP. */
  country?: string
  /** ISO 4217, default JPY. */
  currency?: string
  /** Hundredths of a percent, default 1000. */
  taxRateBasisPoints?: number
  /** IANA, default Asia/Tokyo. */
  timeZone?: string
  status?: 'normal' | 'restricted' | 'prohibited'
  restrictions?: string[]
  /** Given by the seed, so that every run makes the same ones. */
  id?: string
  at?: number
}

function requireWellFormed({ name, slug, country, currency, taxRateBasisPoints, timeZone }: NewOrganization): void {
  const rate = taxRateBasisPoints ?? 0
  if (name.trim() === '') throw badArgument('name', 'An organization needs a name.')
  if (!/^[a-z][a-z0-9]{2,15}$/.test(slug)) {
    throw badArgument('slug', `\`${slug}\` must be 3 to 16 of a-z and 0-9, a letter first.`)
  }
  if (country !== undefined && !/^[A-Z]{2}$/.test(country)) {
    throw badArgument('country', `\`${country}\` is not an ISO 3166 code such as JP.`)
  }
  if (currency !== undefined && !Intl.supportedValuesOf('currency').includes(currency)) {
    throw badArgument('currency', `\`${currency}\` is not an ISO 4217 code such as JPY.`)
  }
  if (!Number.isInteger(rate) || rate < 0 || rate > 10_000) {
    throw badArgument('taxRateBasisPoints', 'The tax rate is 0 to 100 percent with up to two decimals.')
  }
  try {
    new Intl.DateTimeFormat('en', { timeZone })
  } catch {
    throw badArgument('timeZone', `\`${timeZone}\` is not an IANA time zone such as Asia/Tokyo.`)
  }
}

/** @throws AppError BadArgument, Conflict when the slug or store number is taken */
export async function createOrganization(tx: Tx, actor: Actor, organization: NewOrganization): Promise<Organization> {
  requireWellFormed(organization)
  const at = organization.at ?? now()
  const storeNumber = organization.storeNumber ?? (await nextStoreNumber(tx))
  const [taken] = await tx
    .select({ slug: organizations.slug })
    .from(organizations)
    .where(or(eq(organizations.slug, organization.slug), eq(organizations.storeNumber, storeNumber)))
  if (taken) {
    throw new AppError('Conflict', 'Another organization has this slug or store number.', { target: 'slug' })
  }
  const { at: _, ...given } = organization
  const [created] = await tx
    .insert(organizations)
    .values({
      ...given,
      id: organization.id ?? newId(at),
      storeNumber,
      restrictions: organization.restrictions ?? [],
      createdAt: at,
      updatedAt: at,
    })
    .returning()
  const { id, name, slug, version } = created!
  await recordChange(tx, actor, {
    organizationId: id,
    entity: 'organization',
    entityId: id,
    version,
    operation: 'create',
    after: { name, slug },
    at,
  })
  return created!
}

async function nextStoreNumber(tx: Tx): Promise<number> {
  const [row] = await tx.select({ highest: max(organizations.storeNumber) }).from(organizations)
  return (row?.highest ?? 0) + 1
}
