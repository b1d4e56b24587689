import type { Example } from '@/lib/http/openapi'

const ids = {
  product: '0198f3a1c2d4000000000021',
  other: '0198f3a1c2d4000000000022',
  variant: '0198f3a1c2d4000000000031',
  category: '0198f3a1c2d4000000000011',
  parent: '0198f3a1c2d4000000000010',
  location: '0198f3a1c2d4000000000071',
  attribute: '0198f3a1c2d4000000000081',
  attachment: '0198f3a1c2d4000000000091',
  user: '0198f3a1c2d4000000000003',
}

const variant = {
  title: 'White, M',
  sku: 'SHIRT-W-M',
  price: { amount: 1000, taxable: true, taxIncluded: false },
}

const product = {
  categoryId: ids.category,
  name: 'Linen shirt',
  description: 'Washed linen, made in Osaka.',
  tags: ['new'],
  features: [{ name: 'Fabric', value: 'Linen' }],
  locationIds: [ids.location],
  attributes: [{ attributeId: ids.attribute, value: 'white' }],
  publication: { status: 'ACTIVE', since: '2026-02-01T00:00:00+09:00' },
  variants: [variant],
}

const productPatch = { description: 'Washed linen.', publication: { status: 'ARCHIVED' } }
const variantPatch = { price: { amount: 1200 } }
const category = { name: 'Shirts', parentId: ids.parent, sequence: 10 }
const location = { name: '東京', code: '13', type: 'PREFECTURE' }
const move = { parentId: ids.parent, after: ids.other }
const follower = { followerId: ids.user, followerType: 'user' }

const attribute = {
  name: 'Colour',
  type: 'Select',
  categoryIds: [ids.category],
  items: [
    { key: 'white', value: 'White' },
    { key: 'navy', value: 'Navy' },
  ],
}

/** What the bodies of the catalog look like, by operation id. */
export const catalogExamples: Record<string, Example> = {
  createCategory: { body: category },
  patchCategory: { body: { name: 'Shirts and blouses', status: 'ARCHIVED' } },
  moveCategory: { body: move },
  moveCategories: { body: [{ id: ids.category, ...move }] },
  replaceCategory: { body: { by: ids.other } },
  moveLocations: { body: [{ id: ids.location, ...move }] },
  replaceLocation: { body: { by: ids.other, children: 'moveUp' } },
  createLocation: { body: location },
  patchLocation: { body: { name: '東京都' } },
  moveLocation: { body: move },
  createProduct: { body: product },
  batchCreateProducts: { body: [product, { categoryId: ids.category, name: 'Linen trousers' }] },
  patchProduct: { body: productPatch },
  patchProductById: { body: productPatch },
  batchPatchProducts: { body: [{ ids: [ids.product, ids.other], data: productPatch }] },
  bulkChangeProducts: {
    body: { change: { status: 'ARCHIVED' }, filter: "tags eq 'winter'", expectedCount: 12 },
  },
  copyProduct: { body: { name: 'Linen shirt, long', parts: ['texts', 'images', 'variants'], skuPattern: '{sku}-L' } },
  batchDeleteProducts: { body: { ids: [ids.product, ids.other] } },
  createVariant: { body: variant },
  createVariantByProductId: { body: variant },
  patchVariant: { body: variantPatch },
  patchVariantByProductId: { body: variantPatch },
  batchCreateVariants: { body: [{ productId: ids.product, ...variant }] },
  batchPatchVariants: { body: [{ ids: [ids.variant], data: variantPatch }] },
  batchDeleteVariants: { body: { ids: [ids.variant] } },
  findSkus: { body: { skus: ['SHIRT-W-M', 'SHIRT-W-L'] } },
  followProduct: { body: follower },
  unfollowProduct: { body: follower },
  createAttribute: { body: attribute },
  patchAttribute: { body: { name: 'Color' } },
  createAttachment: { body: { objectId: ids.attachment, type: 'image/png', isPublic: true, name: 'shirt.png' } },
  patchAttachment: { body: { name: 'shirt-front.png' } },
  replaceAttachmentContent: { body: { objectId: ids.attachment, type: 'image/png' } },
}
