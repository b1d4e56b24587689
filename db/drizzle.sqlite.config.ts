import { defineConfig } from 'drizzle-kit'

// The schema builds the columns of the engine that DATABASE_URL names, so set it before the schema loads.
process.env.DATABASE_URL = 'file:./data/orderdesk.db'

export default defineConfig({
  dialect: 'sqlite',
  schema: './db/schema/index.ts',
  out: './db/migrations/sqlite',
  casing: 'snake_case',
})
