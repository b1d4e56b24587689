/**
 * Which database engine this process speaks, decided once from `DATABASE_URL` when the module loads:
 * `postgres://…` or `postgresql://…` is PostgreSQL, anything else is a SQLite file.
 */
export type Engine = 'sqlite' | 'postgres'

export const defaultDatabaseUrl = 'file:./data/orderdesk.db'

export const databaseUrl = (): string => process.env.DATABASE_URL || defaultDatabaseUrl

export const engineOf = (url: string): Engine => (/^postgres(ql)?:/.test(url) ? 'postgres' : 'sqlite')

export const engine: Engine = engineOf(databaseUrl())
