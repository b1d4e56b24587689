import type { attributes } from '@/db/schema'
import type { AttributeType } from '@/lib/resources/attribute'

/** An attribute's definition as stored; times in ms UTC. */
export type Attribute = typeof attributes.$inferSelect

export type AttributeContent = {
  name: string
  type: AttributeType
  order?: number
  groupName?: string | null
  categoryIds?: string[]
  items?: { key: string; value: string; groupName?: string }[]
  itemGroups?: { key: string; value: string; categoryIds?: string[] }[]
  customFields?: Record<string, unknown>
}

export type NewAttribute = AttributeContent & {
  /** Given by the seed only, so that demo data has the same ids on every run. */
  id?: string
  createdAt?: number
}

/** Absent stays. */
export type AttributePatch = Partial<AttributeContent>
