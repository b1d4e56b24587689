import type { ListDefaults } from '@/lib/client/list-state'
import type { Product } from '@/lib/client/products'
import {
  type PublicationState,
  publicationFilter,
  publicationState,
  publicationStates,
} from '@/lib/resources/publication'

export const productListDefaults: ListDefaults = { sort: '-updatedAt', size: 50 }

/** The `$filter` of a built-in view; none for the list as it is. */
export function viewFilter(view: string, timeZone: string, at: number): string {
  const state = publicationStates.find((each) => each === view)
  return state ? publicationFilter(state, timeZone, at) : ''
}

const instant = (iso: string | null) => (iso === null ? null : Date.parse(iso))

/** What the publication of a product comes to. */
export const stateOf = (
  { publication }: Pick<Product, 'publication'>,
  timeZone: string,
  at: number,
): PublicationState =>
  publicationState(
    { status: publication.status, since: instant(publication.since), until: instant(publication.until) },
    timeZone,
    at,
  )
