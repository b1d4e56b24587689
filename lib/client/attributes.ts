import { queryOptions } from '@tanstack/react-query'
import { callApi, getJson } from './api'
import type { ListDefaults } from './list-state'
import { listKey } from './lists'

export const attributeTypes = ['Boolean', 'Text', 'Number', 'Select', 'MultiSelect'] as const
export type AttributeType = (typeof attributeTypes)[number]

/** One thing that can be chosen; `groupName` is the key of an item group. */
export type AttributeItem = { key: string; value: string; groupName?: string }
export type ItemGroup = { key: string; value: string; categoryIds?: string[] }

/** A property products may carry, as the API answers it (spec nodeblocks 4.7). */
export type Attribute = {
  id: string
  name: string
  type: AttributeType
  order: number
  groupName?: string
  categoryIds: string[]
  items: AttributeItem[]
  itemGroups: ItemGroup[]
  customFields: Record<string, unknown>
  createdAt: string
  updatedAt: string
}

export type AttributePatch = Partial<Omit<Attribute, 'id' | 'groupName' | 'createdAt' | 'updatedAt'>> & {
  groupName?: string | null
}

export const attributesPath = '/attributes'
export const attributeListDefaults: ListDefaults = { sort: 'order', size: 50 }

/** Everything about attributes: every write makes it stale. */
export const attributesKey = listKey(attributesPath)

export const attributeQuery = (id: string) =>
  queryOptions({
    queryKey: [...attributesKey, 'one', id],
    queryFn: ({ signal }) => callApi<Attribute>('GET', `${attributesPath}/${id}`, { signal }),
  })

/** How many products would lose a value. */
export const attributeImpactQuery = (id: string) =>
  queryOptions({
    queryKey: [...attributesKey, 'impact', id],
    queryFn: ({ signal }) => getJson<{ numberOfProducts: number }>(`${attributesPath}/${id}/impact`, signal),
    staleTime: 0,
  })

export const createAttribute = (body: AttributePatch) => callApi<Attribute>('POST', attributesPath, { body })

export const patchAttribute = (id: string, patch: AttributePatch, etag: string | null) =>
  callApi<Attribute>('PATCH', `${attributesPath}/${id}`, { body: patch, etag })

export const deleteAttribute = (id: string, etag: string | null) =>
  callApi<undefined>('DELETE', `${attributesPath}/${id}`, { etag })
