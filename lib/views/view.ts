import type { savedViews } from '@/db/schema'
import type { ViewedList } from '@/lib/resources/viewed-lists'

export const viewScopes = ['personal', 'shared'] as const
export type ViewScope = (typeof viewScopes)[number]

/** Everything that decides how a list looks. What is absent is as it is without a view. */
export type ViewState = {
  /** `$filter`, `$search` and `$orderBy` text. */
  filter?: string
  search?: string
  sort?: string
  /** The visible columns in their order, those that stay while scrolling, and widths in pixels. */
  columns?: string[]
  pinned?: string[]
  widths?: Record<string, number>
  density?: 'comfortable' | 'compact'
  pageSize?: number
}

export type SavedView = Omit<typeof savedViews.$inferSelect, 'list' | 'scope' | 'state'> & {
  list: ViewedList
  scope: ViewScope
  state: ViewState
}
