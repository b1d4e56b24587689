import type { categories } from '@/db/schema'
import type { CategoryStatus } from '@/lib/resources/category'

/** A category as stored; times in ms UTC. */
export type Category = typeof categories.$inferSelect

export type NewCategory = {
  name: string
  description?: string
  parentId?: string | null
  status?: CategoryStatus
  sequence?: number
  icon?: { type: string; value: string } | null
  /** Given by the seed only, so that demo data has the same ids on every run. */
  id?: string
  createdAt?: number
}
