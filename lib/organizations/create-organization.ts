import { max } from 'drizzle-orm'
import type { Tx } from '@/db'
import { organizations } from '@/db/schema'
import type { Actor } from '@/lib/auth/actor'
import { now } from '@/lib/clock'
import { recordChange } from '@/lib/history/record-change'
import { newId } from '@/lib/ids'
import { requireWellFormed } from './check-organization'
import type { Organization } from './organization'
import { requireFree } from './require-free'

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

/** @throws AppError BadArgument, Conflict when the slug or store number is taken */
export async function createOrganization(tx: Tx, actor: Actor, organization: NewOrganization): Promise<Organization> {
  requireWellFormed(organization)
  const at = organization.at ?? now()
  const storeNumber = organization.storeNumber ?? (await nextStoreNumber(tx))
  await requireFree(tx, { slug: organization.slug, storeNumber })
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
