import type { z } from 'zod'
import { now, toIso } from '@/lib/clock'
import { AppError, notFound } from '@/lib/errors'
import { versioned } from '@/lib/http/reply'
import { readFilter } from '@/lib/query/check'
import { readOrderBy } from '@/lib/query/order-by'
import { filterOrigin } from '@/lib/query/query-error'
import { readSearch } from '@/lib/query/search'
import { resolveRelativeDates } from '@/lib/relative-date'
import { apiKeyResource } from '@/lib/resources/api-key'
import { attachmentResource } from '@/lib/resources/attachment'
import { attributeResource } from '@/lib/resources/attribute'
import { categoryResource } from '@/lib/resources/category'
import { changeResource } from '@/lib/resources/change'
import { locationResource } from '@/lib/resources/location'
import { orderResource } from '@/lib/resources/order'
import { productResource } from '@/lib/resources/product'
import type { Resource } from '@/lib/resources/resource'
import { type ViewedList, viewedLists } from '@/lib/resources/viewed-lists'
import type { SavedView, ViewState } from '@/lib/views/view'
import type { viewSchema } from './schemas'

/** What each list shows; one whose rows have no filter of their own is kept as it is given. */
const resourceOf: Partial<Record<ViewedList, Resource>> = {
  orders: orderResource,
  products: productResource,
  categories: categoryResource,
  locations: locationResource,
  attributes: attributeResource,
  attachments: attachmentResource,
  apiKeys: apiKeyResource,
  history: changeResource,
}

/**
 * A view that could not be opened is not kept.
 * @throws AppError BadArgument with the place in the filter, the sort or the search
 */
export function requireOpenable(list: ViewedList, { filter, sort, search }: ViewState): void {
  const resource = resourceOf[list]
  try {
    // The screens write days that move on; which instants they are when a view is opened is no matter here.
    const resolved = resolveRelativeDates(filter ?? '', now(), 'UTC')
    if (resource && resolved.trim()) readFilter(resolved, resource, { ...filterOrigin, parameter: 'state.filter' })
    if (resource && sort?.trim())
      readOrderBy(sort, resource, { code: 'InvalidOrderBy', parameter: 'state.sort', offset: 0 })
    if (search) readSearch(search)
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    throw new AppError(error.code, error.message, { ...error.extras, target: 'RequestBody' })
  }
}

/** Ours to theirs. */
export const toView = ({
  organizationId: _,
  createdAt,
  updatedAt,
  ...view
}: SavedView): z.output<typeof viewSchema> => ({
  ...view,
  createdAt: toIso(createdAt),
  updatedAt: toIso(updatedAt),
})

export const answerView = (view: SavedView) => versioned(toView(view), view.version)

/** @throws AppError NotFound */
export function readListName(name: string): ViewedList {
  const list = viewedLists.find((known) => known === name)
  if (!list) throw notFound('List')
  return list
}
