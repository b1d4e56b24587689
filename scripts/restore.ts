// npm run restore -- <file> [--force]: puts a checked backup in the place of the database of DATABASE_URL.
import { BackupRefused, restore } from '@/db/dialect/backup'
import { databaseUrl } from '@/db/dialect/engine'

const force = process.argv.includes('--force')
const [file, ...rest] = process.argv.slice(2).filter((argument) => argument !== '--force')

try {
  if (!file || rest.length > 0) throw new BackupRefused('Say what to restore: npm run restore -- <file> [--force]')
  const kept = await restore(databaseUrl(), file, { force })
  console.log(`Restored ${file}.${kept ? ` The database as it was is kept at ${kept}.` : ''}`)
} catch (error) {
  console.error(error instanceof BackupRefused ? error.message : error)
  process.exitCode = 1
}
