import type { Person } from '@/lib/client/members'
import type { Settings, SettingsPatch } from '@/lib/client/organizations'
import type { OrganizationStatus } from '@/lib/resources/organization'

/** What the settings form holds: numbers as they are typed, rows with a key of their own. */
export type SettingsValues = {
  name: string
  description: string
  country: string
  currency: string
  taxRate: string
  timeZone: string
  labels: { key: string; label: string; users: Person[] }[]
  sync: boolean
  companies: { key: string; id: string; name: string; users: Person[] }[]
  slug: string
  storeNumber: string
  status: OrganizationStatus
}

let made = 0
export const newKey = () => `new-${++made}`

export const valuesOf = (settings: Settings): SettingsValues => ({
  name: settings.name,
  description: settings.description,
  country: settings.country,
  currency: settings.currency,
  taxRate: String(settings.taxRate),
  timeZone: settings.timeZone,
  labels: settings.restrictions.map(({ label, users }) => ({ key: label, label, users })),
  sync: settings.syncRestrictionsWithSiteCodes,
  companies: settings.legalEntities.map(({ id, name, users }) => ({ key: id, id, name, users })),
  slug: settings.slug,
  storeNumber: String(settings.storeNumber),
  status: settings.status,
})

/** A number where it is one; else as it was typed, so that the server says what is wrong with it. */
const numberOf = (text: string): unknown => {
  const trimmed = text.trim().replace(',', '.')
  return trimmed !== '' && Number.isFinite(Number(trimmed)) ? Number(trimmed) : text
}

const bodyOf = (values: SettingsValues): SettingsPatch => ({
  name: values.name.trim(),
  description: values.description,
  country: values.country,
  currency: values.currency,
  taxRate: numberOf(values.taxRate),
  timeZone: values.timeZone,
  restrictions: values.labels.map(({ label, users }) => ({ label: label.trim(), userIds: users.map(({ id }) => id) })),
  syncRestrictionsWithSiteCodes: values.sync,
  legalEntities: values.companies.map(({ id, name, users }) => ({
    id: id.trim(),
    name: name.trim(),
    userIds: users.map((user) => user.id),
  })),
  slug: values.slug.trim(),
  storeNumber: numberOf(values.storeNumber),
  status: values.status,
})

/** What differs from what is stored; empty when nothing does. */
export function changesOf(stored: Settings, values: SettingsValues): SettingsPatch {
  const before = bodyOf(valuesOf(stored))
  const entries = Object.entries(bodyOf(values))
  return Object.fromEntries(entries.filter(([name, value]) => JSON.stringify(value) !== JSON.stringify(before[name])))
}
