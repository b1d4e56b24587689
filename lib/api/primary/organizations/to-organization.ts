import { z } from 'zod'
import { toIso } from '@/lib/clock'
import type { Organization } from '@/lib/organizations/organization'
import { organizationStatuses } from '@/lib/resources/organization'

/** An organization as everybody who may read it sees it (decision 47). */
export const organizationSchema = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    description: z.string(),
    slug: z.string(),
    country: z.string(),
    currency: z.string(),
    timeZone: z.string(),
    status: z.enum(organizationStatuses),
    createdAt: z.string(),
    updatedAt: z.string(),
  })
  .meta({ id: 'Organization' })

export type OrganizationJson = z.output<typeof organizationSchema>

/** Ours to theirs. */
export const toOrganization = (organization: Organization): OrganizationJson => ({
  id: organization.id,
  name: organization.name,
  description: organization.description,
  slug: organization.slug,
  country: organization.country,
  currency: organization.currency,
  timeZone: organization.timeZone,
  status: organization.status as OrganizationJson['status'],
  createdAt: toIso(organization.createdAt),
  updatedAt: toIso(organization.updatedAt),
})
