// Prints a bearer token: of a user, of an organization, or of the whole system.
//   npm run token -- --email <account> [--name <label>]
//   npm run token -- --org <slug> --scopes orders:read,orders:write [--name <label>]
//   npm run token -- --system [--scopes <list>] [--name <label>]
// The token stands alone on standard output, so that `TOKEN=$(npm run -s token -- --system)` works.
import { parseArgs } from 'node:util'
import { closeDatabase, database } from '@/db'
import { systemActor } from '@/lib/auth/actor'
import { createApiKey } from '@/lib/auth/api-keys'
import { scopes as known, type Scope } from '@/lib/auth/scopes'
import { issueUserToken } from '@/lib/auth/sessions'
import { findOrganizationBySlug } from '@/lib/organizations/find-organization'
import { findUserByEmail } from '@/lib/users/find-user'

const usage = `Say whose token it is to be:
  npm run token -- --email <account> [--name <label>]                a user, for 30 days
  npm run token -- --org <slug> --scopes <list> [--name <label>]     an organization's API key
  npm run token -- --system [--scopes <list>] [--name <label>]       an API key of the system, all scopes by default
Scopes: ${known.join(', ')}`

/** A mistake of the caller; its message explains it whole. */
class Mistake extends Error {}

function readArguments() {
  const text = { type: 'string' } as const
  try {
    return parseArgs({ options: { email: text, name: text, org: text, scopes: text, system: { type: 'boolean' } } })
      .values
  } catch (error) {
    throw new Mistake(`${(error as Error).message}\n${usage}`)
  }
}

function readScopes(text: string | undefined): Scope[] {
  const names = (text ?? '').split(',').map((name) => name.trim())
  const unknown = names.filter((name) => !(known as readonly string[]).includes(name))
  if (unknown.length > 0) throw new Mistake(`Unknown or missing scope: "${unknown[0]}".\n${usage}`)
  return names as Scope[]
}

async function makeToken(): Promise<string> {
  const { email, name = 'command line', org, scopes, system } = readArguments()
  if ([email, org, system].filter(Boolean).length !== 1) throw new Mistake(usage)
  const { reader, transaction } = await database()

  if (email) {
    const user = await findUserByEmail(reader, email)
    if (!user) throw new Mistake(`There is no account ${email}.`)
    if (user.disabledAt !== null) throw new Mistake(`The account ${email} is disabled.`)
    return transaction((tx) => issueUserToken(tx, user.id, name))
  }
  const organization = org ? await findOrganizationBySlug(reader, org) : null
  if (organization === undefined) throw new Mistake(`There is no organization ${org}.`)
  const wanted = system && !scopes ? [...known] : readScopes(scopes)
  const { token } = await transaction((tx) =>
    createApiKey(tx, systemActor, { organizationId: organization?.id ?? null, name, scopes: wanted }),
  )
  return token
}

try {
  console.log(await makeToken())
} catch (error) {
  console.error(error instanceof Mistake ? error.message : error)
  process.exitCode = 1
} finally {
  await closeDatabase()
}
