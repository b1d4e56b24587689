import { and, eq, getTableColumns } from 'drizzle-orm'
import type { Reader, Tx } from '@/db'
import { follows } from '@/db/schema'
import type { Actor } from '@/lib/auth/actor'
import { followColumns } from '@/lib/catalog/columns'
import { findStandingProducts, getReadableProduct } from '@/lib/catalog/products/find-products'
import { now } from '@/lib/clock'
import { forbidden } from '@/lib/errors'
import { recordChange } from '@/lib/history/record-change'
import { newId } from '@/lib/ids'
import type { ListQuery } from '@/lib/query/list-query'
import { listSource } from '@/lib/query/list-source'
import type { Page } from '@/lib/query/page-walk'
import { runList } from '@/lib/query/run-list'
import { followResource } from '@/lib/resources/follow'

export type Follow = typeof follows.$inferSelect

/** Who is to follow, as the body says it. */
export type Follower = { followerId: string; followerType: string }

const source = listSource({ resource: followResource, columns: followColumns, select: getTableColumns(follows) })

/** Who follows a product (C40). */
export const findFollowers = (db: Reader, productId: string, query: ListQuery): Promise<Page<Follow>> =>
  runList(db, source, query, { scope: { column: follows.productId, value: productId } })

/** One follows for oneself only (spec nodeblocks 8, Follow). @throws AppError Forbidden */
function requireSelf(actor: Actor, { followerId, followerType }: Follower): string {
  if (followerType !== 'user') throw forbidden('Only users can follow: `followerType` must be `user`.')
  if (actor.userId === null || followerId !== actor.userId) {
    throw forbidden('One can follow for oneself only: `followerId` must be the user of the token.')
  }
  return actor.userId
}

async function findFollow(tx: Tx, userId: string, productId: string): Promise<Follow | undefined> {
  const [follow] = await tx
    .select()
    .from(follows)
    .where(and(eq(follows.userId, userId), eq(follows.productId, productId)))
  return follow
}

/**
 * Follows a product (C38).
 * @throws AppError Forbidden for somebody else or a second time, NotFound for a product the actor may not read
 */
export async function followProduct(tx: Tx, actor: Actor, productId: string, follower: Follower): Promise<void> {
  const userId = requireSelf(actor, follower)
  const { product } = await getReadableProduct(tx, actor, productId)
  if (await findFollow(tx, userId, productId)) throw alreadyFollowed()
  const at = now()
  const follow: Follow = { id: newId(at), productId, userId, createdAt: at }
  const made = await tx.insert(follows).values(follow).onConflictDoNothing().returning({ id: follows.id })
  if (made.length === 0) throw alreadyFollowed()
  await record(tx, actor, product.organizationId, follow, 'follow')
}

/**
 * Stops following a product (C39). Not having followed it is no error.
 * @throws AppError Forbidden for somebody else, NotFound for a product nobody has
 */
export async function unfollowProduct(tx: Tx, actor: Actor, productId: string, follower: Follower): Promise<void> {
  const userId = requireSelf(actor, follower)
  const follow = await findFollow(tx, userId, productId)
  // Whoever follows may stop, even when the product is not published any more.
  const standing = follow
    ? (await findStandingProducts(tx, [productId])).get(productId)
    : await getReadableProduct(tx, actor, productId)
  if (!follow || !standing) return
  await tx.delete(follows).where(eq(follows.id, follow.id))
  await record(tx, actor, standing.product.organizationId, follow, 'unfollow')
}

const alreadyFollowed = () => forbidden('You follow this product already.', { code: 'AlreadyFollowed' })

const record = (tx: Tx, actor: Actor, organizationId: string, follow: Follow, operation: 'follow' | 'unfollow') =>
  recordChange(tx, actor, {
    organizationId,
    entity: 'follow',
    entityId: follow.id,
    version: operation === 'follow' ? 1 : 0,
    operation,
    ...(operation === 'follow' ? { after: follow } : { before: follow }),
  })
