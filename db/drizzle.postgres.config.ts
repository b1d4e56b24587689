import { defineConfig } from 'drizzle-kit'

// The schema builds the columns of the engine that DATABASE_URL names, so set it before the schema loads.
process.env.DATABASE_URL = 'postgres://localhost/orderdesk'

export default defineConfig({
  dialect: 'postgresql',
  schema: './db/schema/index.ts',
  out: './db/migrations/postgres',
  casing: 'snake_case',
})
