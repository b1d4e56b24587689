import { z } from 'zod'
import { listOf } from '@/lib/api/primary/list-schema'
import { id } from '@/lib/api/primary/orders/schemas'
import { operation } from '@/lib/http/operation'
import { followResource } from '@/lib/resources/follow'
import { followedProductResource } from '@/lib/resources/product'
import { productSchema } from './product-schemas'

const tag = 'Follow'

/** Body of C38 and C39. */
const followerSchema = z
  .strictObject({ followerId: id, followerType: z.string().min(1).max(64) })
  .meta({ id: 'Follower' })

/** Spec nodeblocks 4.9. */
export const followSchema = z
  .strictObject({
    followId: id,
    followType: z.literal('product'),
    followerId: id,
    followerType: z.literal('user'),
    createdAt: z.string(),
  })
  .meta({ id: 'Follow' })

const own = { method: 'POST', tag, access: 'any', scope: 'products:read', body: followerSchema } as const

/** C38 */
export const followProduct = operation({
  ...own,
  id: 'followProduct',
  path: '/products/{productId}/follow',
  summary: 'Follow a product, for oneself',
  success: { status: 201 },
  errors: ['Forbidden', 'NotFound'],
})

/** C39 */
export const unfollowProduct = operation({
  ...own,
  id: 'unfollowProduct',
  path: '/products/{productId}/unfollow',
  summary: 'Stop following a product',
  success: { status: 204 },
  errors: ['Forbidden', 'NotFound'],
})

/** C40 */
export const listFollowers = operation({
  id: 'listFollowers',
  method: 'GET',
  path: '/products/{productId}/followers',
  summary: 'Who follows a product',
  tag,
  access: 'system',
  scope: 'products:read',
  list: { resource: followResource, expand: false },
  query: { type: z.literal('user', 'Only `user` follows.') },
  success: { status: 200, schema: listOf(followSchema) },
  errors: ['NotFound'],
})

/** C41 */
export const listFollowedProducts = operation({
  id: 'listFollowedProducts',
  method: 'GET',
  path: '/users/{userId}/products/follows',
  summary: 'The products a user follows',
  description: 'Only published ones, unless a system admin asks.',
  tag,
  access: 'self',
  scope: 'products:read',
  list: { resource: followedProductResource },
  success: { status: 200, schema: listOf(productSchema) },
})

export const followOperations = [followProduct, unfollowProduct, listFollowers, listFollowedProducts]
