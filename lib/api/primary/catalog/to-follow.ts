import type { Follow } from '@/lib/catalog/follows/follow'
import { toIso } from '@/lib/clock'

/** Ours to theirs (spec nodeblocks 4.9). */
export const toFollow = ({ productId, userId, createdAt }: Follow) => ({
  followId: productId,
  followType: 'product' as const,
  followerId: userId,
  followerType: 'user' as const,
  createdAt: toIso(createdAt),
})
