// Prints an OpenAPI document: npm run openapi -- [primary|v1|admin-v2|order-v2]
// or writes every one to a folder: npm run openapi -- --into <folder>
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { apiDocuments } from '@/lib/api/documents'
import { publicOrigin } from '@/lib/config'

const { values, positionals } = parseArgs({ options: { into: { type: 'string' } }, allowPositionals: true })
const text = (document: (typeof apiDocuments)[number]) =>
  `${JSON.stringify(document.make(`${publicOrigin().origin}/api`), null, 2)}\n`

if (values.into) {
  mkdirSync(values.into, { recursive: true })
  for (const document of apiDocuments) writeFileSync(join(values.into, `${document.name}.json`), text(document))
} else {
  const [name = 'primary'] = positionals
  const found = apiDocuments.find((document) => document.name === name)
  if (found) {
    process.stdout.write(text(found))
  } else {
    console.error(`There is no document "${name}". Known: ${apiDocuments.map((document) => document.name).join(', ')}.`)
    process.exitCode = 1
  }
}
