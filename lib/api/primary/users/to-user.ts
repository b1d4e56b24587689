import { toIso } from '@/lib/clock'
import type { User } from '@/lib/users/user'

/** A user under `$expand` (decision 47): never anything secret. */
export const toUser = (user: User) => ({
  id: user.id,
  name: user.name,
  email: user.email,
  typeId: user.typeId,
  createdAt: toIso(user.createdAt),
  updatedAt: toIso(user.updatedAt),
})
