import { attachmentResource } from './attachment'
import { attributeResource } from './attribute'
import { categoryResource } from './category'
import { followResource } from './follow'
import { locationResource } from './location'
import { orderResource } from './order'
import { organizationResource } from './organization'
import { productResource } from './product'
import { railAreaResource, railCompanyResource, railLineResource, railStationResource } from './rail'
import type { Resource } from './resource'
import { userResource } from './user'
import { variantResource } from './variant'

/** Every resource by name: where `$expand` finds what a reference leads to. */
export const resources = {
  attachment: attachmentResource,
  attribute: attributeResource,
  category: categoryResource,
  follow: followResource,
  location: locationResource,
  order: orderResource,
  organization: organizationResource,
  product: productResource,
  railArea: railAreaResource,
  railCompany: railCompanyResource,
  railLine: railLineResource,
  railStation: railStationResource,
  user: userResource,
  variant: variantResource,
} satisfies Record<string, Resource>

export type ResourceName = keyof typeof resources

/** Throws a plain Error for a name no definition gives: a fault of the program, not of a request. */
export function resourceNamed(name: string): Resource {
  if (!Object.hasOwn(resources, name)) throw new Error(`There is no resource named ${name}.`)
  return resources[name as ResourceName]
}
