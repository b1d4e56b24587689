import type { organizations } from '@/db/schema'

/** An organization as stored; `taxRateBasisPoints` is in hundredths of a percent, times are ms UTC. */
export type Organization = typeof organizations.$inferSelect
