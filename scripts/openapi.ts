// npm run openapi [-- <folder>]: writes the API documents that the server serves, to read or lint them without one:
// to a folder, one file each, or the first to standard output.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { primaryDocument } from '@/lib/api/primary/document'
import { publicOrigin } from '@/lib/config'

const documents = { openapi: primaryDocument(`${publicOrigin().origin}/api`) }

const [folder] = process.argv.slice(2)
if (folder) {
  mkdirSync(folder, { recursive: true })
  for (const [name, document] of Object.entries(documents)) {
    writeFileSync(join(folder, `${name}.json`), JSON.stringify(document, null, 2))
  }
} else {
  console.log(JSON.stringify(documents.openapi, null, 2))
}
