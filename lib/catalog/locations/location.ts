import type { locations } from '@/db/schema'

/** A location as stored; times in ms UTC. */
export type Location = typeof locations.$inferSelect

export type NewLocation = {
  name: string
  parentId?: string | null
  code?: string
  type?: string
  /** Given by the seed only, so that demo data has the same ids on every run. */
  id?: string
  createdAt?: number
}

/** Absent stays. */
export type LocationPatch = Partial<Pick<NewLocation, 'name' | 'parentId' | 'code' | 'type'>>
