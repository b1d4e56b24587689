// npm run backup -- <file>: copies the database of DATABASE_URL to a file, while the server goes on.
import { statSync } from 'node:fs'
import { BackupRefused, backUp } from '@/db/dialect/backup'
import { databaseUrl } from '@/db/dialect/engine'

const [file, ...rest] = process.argv.slice(2)

try {
  if (!file || rest.length > 0) throw new BackupRefused('Say where the backup goes: npm run backup -- <file>')
  await backUp(databaseUrl(), file)
  console.log(`Backed up to ${file} (${(statSync(file).size / 1e6).toFixed(1)} MB).`)
} catch (error) {
  console.error(error instanceof BackupRefused ? error.message : error)
  process.exitCode = 1
}
