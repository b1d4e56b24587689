import { database } from '@/db'
import { type Role, systemActor } from '@/lib/auth/actor'
import { createApiKey } from '@/lib/auth/api-keys'
import type { Scope } from '@/lib/auth/scopes'
import { issueUserToken } from '@/lib/auth/sessions'
import { now } from '@/lib/clock'
import { addMember } from '@/lib/organizations/add-member'
import { createOrganization, type NewOrganization } from '@/lib/organizations/create-organization'
import type { Organization } from '@/lib/organizations/organization'
import { createUser } from '@/lib/users/create-user'

let made = 0

export type Person = { id: string; email: string; token: string }

/** An account with a token of its own; its e-mail is verified unless said otherwise. */
export async function createPerson(
  options: { isSystemAdmin?: boolean; emailVerified?: boolean } = {},
): Promise<Person> {
  const { transaction } = await database()
  const email = `person${++made}@example.com`
  const user = await transaction((tx) =>
    createUser(tx, systemActor, {
      email,
      name: `Person ${made}`,
      passwordHash: null,
      isSystemAdmin: options.isSystemAdmin,
      emailVerifiedAt: options.emailVerified === false ? null : now(),
    }),
  )
  const token = await transaction((tx) => issueUserToken(tx, user.id, 'test'))
  return { id: user.id, email, token }
}

/** An organization: in Japan with yen and 10 % tax unless said otherwise. */
export async function createOrg(options: Partial<NewOrganization> = {}): Promise<Organization> {
  const { transaction } = await database()
  const slug = `org${++made}`
  return transaction((tx) => createOrganization(tx, systemActor, { name: `Org ${made}`, slug, ...options }))
}

/** A person with a role in an organization. */
export async function createMember(
  organization: Pick<Organization, 'id'>,
  role: Role,
  options: { emailVerified?: boolean } = {},
): Promise<Person> {
  const { transaction } = await database()
  const person = await createPerson(options)
  await transaction((tx) => addMember(tx, systemActor, { organizationId: organization.id, userId: person.id, role }))
  return person
}

/** A key of an organization, or of the system when none is given. */
export async function createKey(
  organization: Pick<Organization, 'id'> | null,
  scopes: Scope[],
): Promise<{ token: string }> {
  const { transaction } = await database()
  return transaction((tx) =>
    createApiKey(tx, systemActor, { organizationId: organization?.id ?? null, name: 'test', scopes, expiresAt: null }),
  )
}

/** An id that nothing has. */
export const unusedId = () => 'f'.repeat(24)
