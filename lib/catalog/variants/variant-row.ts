import type { ImageReference } from '@/db/schema/catalog'
import { badArgument } from '@/lib/errors'
import { newId } from '@/lib/ids'
import { mergeCustomFields } from '@/lib/merge-custom-fields'
import type { Organization } from '@/lib/organizations/organization'
import { skuHash } from './sku'
import type { NewPrice, NewVariant, Variant, VariantPatch } from './variant'

type Owner = { productId: string; organization: Organization; images: ReadonlyMap<string, ImageReference>; at: number }

/** The images of a list of checked ids, each once. */
export const imagesOf = (ids: readonly string[], known: ReadonlyMap<string, ImageReference>): ImageReference[] =>
  [...new Set(ids)].map((id) => known.get(id)!)

/**
 * A price names the organization's currency or none (decision 46).
 * @throws AppError BadArgument
 */
export function requireCurrency(organization: Organization, price: Partial<NewPrice> | undefined, path: string): void {
  if (price?.currency === undefined || price.currency === organization.currency) return
  const message = `The organization sells in ${organization.currency}, not in ${price.currency}.`
  throw badArgument('RequestBody', message, [{ code: 'NotAllowed', target: `${path}price.currency`, message }])
}

/** A whole new variant; its references and SKU must have been checked. */
export function newVariantRow(
  input: NewVariant,
  position: number,
  { productId, organization, images, at }: Owner,
): Variant {
  return {
    id: input.seedId ?? newId(at),
    productId,
    organizationId: organization.id,
    position,
    sku: input.sku ?? null,
    skuHash: skuHash(input.sku),
    title: input.title,
    description: input.description ?? '',
    images: imagesOf(input.imageIds ?? [], images),
    priceAmount: input.price.amount,
    priceTaxable: input.price.taxable ?? false,
    priceTaxIncluded: input.price.taxIncluded ?? false,
    customFields: mergeCustomFields({}, input.customFields ?? {}),
    version: 1,
    createdAt: at,
    updatedAt: at,
  }
}

/** The variant after a patch; version and time are left to whoever stores it. */
export function patchedVariant(
  variant: Variant,
  patch: VariantPatch,
  images: ReadonlyMap<string, ImageReference>,
): Variant {
  return {
    ...variant,
    title: patch.title ?? variant.title,
    sku: patch.sku === undefined ? variant.sku : patch.sku,
    skuHash: patch.sku === undefined ? variant.skuHash : skuHash(patch.sku),
    description: patch.description ?? variant.description,
    images: patch.imageIds ? imagesOf(patch.imageIds, images) : variant.images,
    priceAmount: patch.price?.amount ?? variant.priceAmount,
    priceTaxable: patch.price?.taxable ?? variant.priceTaxable,
    priceTaxIncluded: patch.price?.taxIncluded ?? variant.priceTaxIncluded,
    customFields: patch.customFields
      ? mergeCustomFields(variant.customFields, patch.customFields)
      : variant.customFields,
  }
}
