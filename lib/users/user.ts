import type { users } from '@/db/schema'

/** An account as stored; times are ms UTC. Never served whole: it holds the password's hash. */
export type User = typeof users.$inferSelect

/** `100` may do everything everywhere, `001` is everybody else (spec nodeblocks 7). */
export const userTypes = { systemAdmin: '100', regular: '001' } as const

/** The one spelling an address is stored and found under. */
export const normalizeEmail = (email: string): string => email.trim().toLowerCase()

/** Something, an at sign, something: the rest is for the mail server to say. */
export const isEmail = (email: string): boolean => /^[^\s@]+@[^\s@]+$/.test(email) && email.length <= 254
