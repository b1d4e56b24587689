// Runs before every test file, in its process: the address of the file's database is set before any module reads it,
// because the engine is chosen from it when the database modules load. Nothing is made until a test asks for it.
import { afterAll } from 'vitest'
import { deleteAll, newAddress } from './store'

process.env.DATABASE_URL = newAddress()
process.env.AUTH_SECRET = 'a secret that only the tests know'
process.env.RATE_LIMIT = 'off'
// Tests run on machines that are busy with other tests; what they promise is not how fast.
process.env.QUERY_TIMEOUT_MS = '60000'
process.env.LIST_TIMEOUT_MS = '60000'

afterAll(deleteAll)
