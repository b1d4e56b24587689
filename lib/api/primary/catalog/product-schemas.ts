import { z } from 'zod'
import { amount, customFields, dateTime, id } from '@/lib/api/primary/orders/schemas'
import { publicationStatuses } from '@/lib/resources/product'
import { idsSchema, image, maxBulk, name, point, referenceTo, shortText, text } from './fields'

const sku = z.string().max(4096)
const price = z.strictObject({
  amount,
  taxable: z.boolean().optional().meta({ description: 'Default false.' }),
  taxIncluded: z.boolean().optional().meta({ description: 'Default false.' }),
  currency: z.string().optional().meta({ description: 'The organization’s currency, or nothing.' }),
})
const imageIds = z.array(id).max(100).meta({ description: 'Attachments of the same organization.' })

const variantContent = {
  title: name,
  price,
  sku: sku.nullable().optional().meta({ description: 'Unique within the organization, unless null or empty.' }),
  description: text.optional(),
  imageIds: imageIds.optional(),
  customFields: customFields.optional(),
}

/** Body of C34 (spec nodeblocks 4.6). */
export const newVariantSchema = z.strictObject(variantContent).meta({ id: 'NewVariant' })

const variantPatch = z.strictObject({ ...variantContent, price: price.partial() }).partial()

/** Body of C36. */
export const variantPatchSchema = variantPatch.meta({ id: 'VariantPatch' })

/** One member of the body of C30. */
export const productVariantSchema = z.strictObject({ productId: id, ...variantContent })

/** Body of C30. */
export const variantBatchPostSchema = z.array(productVariantSchema).min(1, 'Give at least one variant.').max(maxBulk)

const batchIds = z.array(id).min(1, 'Name at least one id.').max(maxBulk)
const fewIds = (entries: { ids: string[] }[]) => entries.reduce((sum, { ids }) => sum + ids.length, 0) <= maxBulk
const tooMany = { error: `At most ${maxBulk} ids in all.`, params: { code: 'TooMany' } }

/** One member of the body of C32. */
export const variantChangeSchema = z.strictObject({ ids: batchIds, data: variantPatch })

/** Body of C32. */
export const variantBatchPatchSchema = z
  .array(variantChangeSchema)
  .min(1, 'Give at least one entry.')
  .max(maxBulk)
  .refine(fewIds, tooMany)

/** Body of the question which SKUs are taken (ours). */
export const skusSchema = z.strictObject({ skus: z.array(sku.min(1)).min(1, 'Give at least one SKU.').max(1000) })

/** Its answer: the taken ones. */
export const skuHoldersSchema = z.strictObject({
  total: z.int().min(0),
  value: z.array(z.strictObject({ sku: z.string(), variantId: id, productId: id, productName: z.string() })),
})

const publication = z.strictObject({
  since: dateTime.nullable().optional(),
  until: dateTime.nullable().optional(),
  status: z.enum(publicationStatuses).optional().meta({ description: 'Default DRAFT.' }),
})

const features = z.array(z.strictObject({ name: shortText, value: text })).max(100)
const attributeValue = z.union([
  z.string().max(65_536),
  z.number(),
  z.boolean(),
  z.array(z.string().max(256)).max(1000),
])
const attributes = z.array(z.strictObject({ attributeId: id, value: attributeValue })).max(200)

const productContent = {
  categoryId: id,
  name,
  description: text.optional(),
  dimensions: text.optional(),
  imageIds: imageIds.optional(),
  geoCoordinatesField: point.nullable().optional(),
  variantNote: text.optional(),
  locationIds: z.array(id).max(10).optional(),
  tags: z.array(shortText).max(100).optional(),
  features: features.optional(),
  addressLine1: shortText.optional(),
  addressLine2: shortText.optional(),
  addressLine3: shortText.optional(),
  postalCode: shortText.optional(),
  additionalInformation: text.optional(),
  publication: publication.optional(),
  attributes: attributes.optional(),
  customFields: customFields.optional(),
}

const newProduct = z.strictObject({
  ...productContent,
  variants: z.array(z.strictObject(variantContent)).max(maxBulk).optional(),
})

/** Body of C22 (spec nodeblocks 4.5). */
export const newProductSchema = newProduct.meta({ id: 'NewProduct' })

/** Body of C23. */
export const productBatchPostSchema = z.array(newProduct).min(1, 'Give at least one product.').max(maxBulk)

const productPatch = z
  .strictObject({
    ...productContent,
    geoCoordinatesField: z
      .union([point, z.array(point).length(1, 'Expected one point.')])
      .nullable()
      .meta({ description: 'A point, a list of one point, or null to clear it.' }),
    isPromoted: z.boolean().meta({ description: 'System admins only.' }),
    variants: z
      .array(variantPatch.extend({ id: id.optional() }))
      .max(2000)
      .meta({
        description: 'With `id` a change of that variant, without it a new one; variants not listed are deleted.',
      }),
  })
  .partial()

/** Body of C25. */
export const productPatchSchema = productPatch.meta({ id: 'ProductPatch' })

/** One member of the body of C28. */
export const productChangeSchema = z.strictObject({ ids: batchIds, data: productPatch })

/** Body of C28. */
export const productBatchPatchSchema = z
  .array(productChangeSchema)
  .min(1, 'Give at least one entry.')
  .max(maxBulk)
  .refine(fewIds, tooMany)

/** Spec nodeblocks 4.6. */
export const variantSchema = z
  .strictObject({
    id,
    productId: id,
    sku: z.string().nullable(),
    title: z.string(),
    description: z.string(),
    images: z.array(image),
    price: z.strictObject({ amount, currency: z.string().length(3), taxable: z.boolean(), taxIncluded: z.boolean() }),
    customFields: z.record(z.string(), z.unknown()),
    createdAt: dateTime,
    updatedAt: dateTime,
    product: z.looseObject({ id }).nullable().optional().meta({ description: 'Under `$expand` only.' }),
  })
  .meta({ id: 'Variant' })
export type VariantJson = z.output<typeof variantSchema>

/** Spec nodeblocks 4.5. */
export const productSchema = z
  .strictObject({
    id,
    organization: referenceTo('organization').nullable(),
    category: referenceTo('category').nullable(),
    name: z.string(),
    description: z.string(),
    dimensions: z.string(),
    variantNote: z.string(),
    additionalInformation: z.string(),
    geoCoordinatesField: point.nullable(),
    images: z.array(image),
    isPromoted: z.boolean(),
    variants: z.array(referenceTo('variant')),
    locations: z.array(referenceTo('location')),
    tags: z.array(z.string()),
    features: z.array(z.strictObject({ name: z.string(), value: z.string() })),
    addressLine1: z.string(),
    addressLine2: z.string(),
    addressLine3: z.string(),
    postalCode: z.string(),
    publication: z.strictObject({
      since: dateTime.nullable(),
      until: dateTime.nullable(),
      status: z.enum(publicationStatuses),
      publishedAt: dateTime.nullable(),
      publishedBy: id.nullable(),
    }),
    attributes: z.array(
      z.strictObject({
        attributeId: id,
        value: attributeValue,
        attribute: z.looseObject({ id }).nullable().optional().meta({ description: 'Under `$expand` only.' }),
      }),
    ),
    customFields: z.record(z.string(), z.unknown()),
    createdAt: dateTime,
    updatedAt: dateTime,
  })
  .meta({ id: 'Product' })
export type ProductJson = z.output<typeof productSchema>

/** What a lenient bulk call answers: what became of each member of the body (ours). */
const lenientAnswer = z
  .strictObject({
    batchId: id.optional().meta({ description: 'Joins the changes in the history.' }),
    total: z.int(),
    succeeded: z.int(),
    failed: z.int(),
    value: z.array(
      z.strictObject({
        index: z.int().min(0).meta({ description: 'The member of the body, from 0.' }),
        id: id.optional(),
        status: z.int(),
        body: z.looseObject({}).optional(),
        error: z.looseObject({ code: z.string(), message: z.string() }).optional(),
      }),
    ),
  })
  .meta({ id: 'LenientResult', description: 'The answer, with status 207, under `Prefer: handling=lenient`.' })

/** The lenient forms of a body that is a list, and of one that lists ids: their members are checked one by one. */
export const lenientList = { body: z.array(z.unknown()).min(1).max(maxBulk), answer: lenientAnswer }
export const lenientIds = {
  body: z.strictObject({ ids: z.array(z.unknown()).min(1).max(maxBulk) }),
  answer: lenientAnswer,
}

const batchId = id.optional().meta({
  description: 'Goes on with a batch of the caller’s own, so that both are taken back together.',
})

/** `{ids}` of variants that are deleted, in one or several calls. */
export const variantIdsSchema = idsSchema.extend({ batchId })
export const lenientVariantIds = { ...lenientIds, body: lenientIds.body.extend({ batchId }) }
