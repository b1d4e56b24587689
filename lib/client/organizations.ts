import { queryOptions } from '@tanstack/react-query'
import type { OrganizationStatus } from '@/lib/resources/organization'
import { callApi } from './api'
import type { Person } from './members'

/** A row of the list of organizations. */
export type ListedOrganization = {
  id: string
  name: string
  description: string
  slug: string
  country: string
  currency: string
  timeZone: string
  status: OrganizationStatus
  createdAt: string
  updatedAt: string
}

export type Settings = ListedOrganization & {
  storeNumber: number
  /** Prices are kept in the currency, which therefore stays. */
  hasPrices: boolean
  /** Percent. */
  taxRate: number
  restrictions: { label: string; users: Person[] }[]
  syncRestrictionsWithSiteCodes: boolean
  legalEntities: { id: string; name: string; users: Person[] }[]
}

/** What is sent: only what differs, lists whole. What is no number is sent as it was typed, for the server to refuse. */
export type SettingsPatch = Record<string, unknown>

export const settingsPath = (orgId: string) => `/orgs/${orgId}/settings`

export const settingsQuery = (orgId: string) =>
  queryOptions({
    queryKey: ['settings', orgId],
    queryFn: ({ signal }) => callApi<Settings>('GET', settingsPath(orgId), { signal }),
  })

export const patchSettings = (orgId: string, body: SettingsPatch, etag?: string | null) =>
  callApi<Settings>('PATCH', settingsPath(orgId), { body, etag })

export const createOrganization = async (body: Record<string, unknown>) =>
  (await callApi<Settings>('POST', '/orgs', { body })).data
