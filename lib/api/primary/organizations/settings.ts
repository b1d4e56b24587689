import { z } from 'zod'
import type { Reader } from '@/db'
import { personSchema } from '@/lib/api/primary/members/schemas'
import { toIso } from '@/lib/clock'
import { versioned } from '@/lib/http/reply'
import type { NewOrganization } from '@/lib/organizations/create-organization'
import type { Settings, SettingsPatch } from '@/lib/organizations/update-settings'
import { organizationStatuses } from '@/lib/resources/organization'
import { findUsers } from '@/lib/users/find-user'

const name = z.string().trim().min(1, 'A name is needed.').max(200, 'At most 200 characters.')
const description = z.string().max(2000)
const country = z.string().max(2)
const currency = z.string().max(3)
const timeZone = z.string().min(1).max(64)
const slug = z.string().max(16, 'At most 16 characters.')
const storeNumber = z.int('A whole number from 1 on.').min(1, 'A whole number from 1 on.')
const percent = 'A number from 0 to 100.'
const taxRate = z
  .number(percent)
  .min(0, percent)
  .max(100, percent)
  .refine((rate) => Math.abs(rate * 100 - Math.round(rate * 100)) < 1e-6, { message: 'At most two decimals.' })
  .describe('Percent, with up to two decimals.')
const label = z.string().trim().min(1, 'This cannot be empty.').max(100, 'At most 100 characters.')
const userIds = z.array(z.string().regex(/^[0-9a-z]{24}$/)).max(1000)
const people = z.array(personSchema)

export const settingsSchema = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    description: z.string(),
    slug: z.string().describe('The tenant of `/order-v2`. Only system admins change it.'),
    storeNumber: z.int().describe('The `storeId` of `/admin/v2`. Only system admins change it.'),
    country: z.string(),
    currency: z.string(),
    hasPrices: z.boolean().describe('Then the currency stays: prices are kept in it.'),
    taxRate,
    timeZone: z.string(),
    status: z.enum(organizationStatuses).describe('Only system admins change it.'),
    restrictions: z
      .array(z.strictObject({ label: z.string(), users: people }))
      .describe('Access labels of orders, and who may see the orders that carry them.'),
    syncRestrictionsWithSiteCodes: z
      .boolean()
      .describe('An order without a label gets its site code as one, when there is such a label.'),
    legalEntities: z
      .array(z.strictObject({ id: z.string(), name: z.string(), users: people }))
      .describe('Companies that orders are placed for, and who orders for them.'),
    createdAt: z.string(),
    updatedAt: z.string(),
  })
  .meta({ id: 'OrganizationSettings' })

export const settingsPatchSchema = z
  .strictObject({
    name,
    description,
    country,
    currency,
    taxRate,
    timeZone,
    restrictions: z.array(z.strictObject({ label, userIds })).max(200),
    syncRestrictionsWithSiteCodes: z.boolean(),
    legalEntities: z.array(z.strictObject({ id: label, name, userIds })).max(500),
    slug,
    storeNumber,
    status: z.enum(organizationStatuses),
  })
  .partial()
  .meta({ description: 'Absent: unchanged. Lists are given whole. `slug`, `storeNumber`, `status`: system admins.' })

export const newOrganizationSchema = z.strictObject({
  name,
  slug,
  description: description.optional(),
  country: country.optional().describe('ISO 3166, default JP.'),
  currency: currency.optional().describe('ISO 4217, default JPY.'),
  taxRate: taxRate.optional(),
  timeZone: timeZone.optional().describe('IANA, default Asia/Tokyo.'),
  storeNumber: storeNumber.optional().describe('Default: the next free one.'),
  status: z.enum(organizationStatuses).optional(),
})

const toBasisPoints = (percent: number | undefined) =>
  percent === undefined ? {} : { taxRateBasisPoints: Math.round(percent * 100) }

export const readNewOrganization = ({ taxRate, ...rest }: z.output<typeof newOrganizationSchema>): NewOrganization => ({
  ...rest,
  ...toBasisPoints(taxRate),
})

export const readSettings = ({ taxRate, ...rest }: z.output<typeof settingsPatchSchema>): SettingsPatch => ({
  ...rest,
  ...toBasisPoints(taxRate),
})

/** The settings as they are now, with their `ETag`. */
export async function answerSettings(db: Reader, settings: Settings) {
  const { organization, restrictions, legalEntities, hasPrices } = settings
  const users = await findUsers(
    db,
    [...restrictions, ...legalEntities].flatMap(({ userIds }) => userIds),
  )
  const named = (ids: readonly string[]) =>
    ids.map((id) => ({ id, name: users.get(id)?.name ?? id, email: users.get(id)?.email ?? '' }))
  const body: z.output<typeof settingsSchema> = {
    id: organization.id,
    name: organization.name,
    description: organization.description,
    slug: organization.slug,
    storeNumber: organization.storeNumber,
    country: organization.country,
    currency: organization.currency,
    hasPrices,
    taxRate: organization.taxRateBasisPoints / 100,
    timeZone: organization.timeZone,
    status: organization.status as z.output<typeof settingsSchema>['status'],
    restrictions: restrictions.map(({ label, userIds }) => ({ label, users: named(userIds) })),
    syncRestrictionsWithSiteCodes: organization.syncRestrictionsWithSiteCodes,
    legalEntities: legalEntities.map(({ id, name, userIds }) => ({ id, name, users: named(userIds) })),
    createdAt: toIso(organization.createdAt),
    updatedAt: toIso(organization.updatedAt),
  }
  return versioned(body, organization.version)
}
