import type { Tx } from '@/db'
import { type Actor, type Role, systemActor } from '@/lib/auth/actor'
import { addLegalEntity } from '@/lib/customers/add-legal-entity'
import { holdRestriction } from '@/lib/customers/hold-restriction'
import { addMember } from '@/lib/organizations/add-member'
import { createOrganization, type NewOrganization } from '@/lib/organizations/create-organization'
import type { Organization } from '@/lib/organizations/organization'
import { createUser } from '@/lib/users/create-user'
import type { User } from '@/lib/users/user'
import { founded } from './times'

/** The password of every demo account. */
export const demoPassword = 'orderdesk-demo'

type Account = {
  email: string
  name: string
  isSystemAdmin?: true
  unverified?: true
  roles?: Partial<Record<ShopName, Role>>
}

export type ShopName = 'acme' | 'globex' | 'initech'

/** Who a newcomer may sign in as (spec demo-data, Accounts). */
const accounts = [
  { email: 'admin@orderdesk.example', name: 'Aiko Admin', isSystemAdmin: true },
  { email: 'owner@acme.example', name: '大塚 恵 (Megumi Otsuka)', roles: { acme: 'owner' } },
  { email: 'manager@acme.example', name: '佐伯 健 (Ken Saeki)', roles: { acme: 'admin' } },
  { email: 'staff@acme.example', name: '三宅 玲 (Rei Miyake)', roles: { acme: 'member' } },
  { email: 'owner@globex.example', name: 'Gloria Hudson', roles: { globex: 'owner' } },
  { email: 'both@orderdesk.example', name: 'Noa Bothwell', roles: { acme: 'admin', globex: 'admin' } },
  { email: 'taro@customer.example', name: '山田 太郎' },
  { email: 'hanako@customer.example', name: '鈴木 花子' },
  { email: 'unverified@customer.example', name: 'Uma Verify', unverified: true },
  { email: 'unverified@globex.example', name: 'Ulf Verify', unverified: true, roles: { globex: 'admin' } },
] as const satisfies Account[]

export type Email = (typeof accounts)[number]['email']

/** The shops (spec demo-data, Organizations). */
const shops: Record<ShopName, NewOrganization> = {
  acme: {
    name: 'Acme',
    slug: 'acme',
    description: '暮らしの道具店。Tools for living, from Tokyo.',
    storeNumber: 1,
    country: 'JP',
    currency: 'JPY',
    taxRateBasisPoints: 1000,
    timeZone: 'Asia/Tokyo',
    restrictions: ['VIP'],
  },
  globex: {
    name: 'Globex',
    slug: 'globex',
    description: 'Japanese home goods for North America.',
    storeNumber: 2,
    country: 'US',
    currency: 'USD',
    taxRateBasisPoints: 0,
    timeZone: 'America/New_York',
  },
  initech: {
    name: 'Initech (restricted)',
    slug: 'initech',
    description: '審査中の店舗。A shop whose catalog is frozen.',
    storeNumber: 3,
    country: 'JP',
    currency: 'JPY',
    taxRateBasisPoints: 1000,
    timeZone: 'Asia/Tokyo',
    status: 'restricted',
  },
}

export type People = {
  users: Record<Email, User>
  organizations: Record<ShopName, Organization>
}

/** An account as the history's actor, at a screen. */
export const actorOf = (user: User, surface: Actor['surface'] = 'web'): Actor => ({
  ...systemActor,
  kind: 'user',
  id: user.id,
  userId: user.id,
  name: user.name,
  isSystemAdmin: user.typeId === '100',
  surface,
})

/**
 * Makes the accounts, organizations, memberships, the legal entity and the restriction's holder.
 * `passwordHash` is of `demoPassword`: one for all, because what protects nothing needs no salt of its own.
 */
export async function seedPeople(tx: Tx, passwordHash: string): Promise<People> {
  const at = founded
  const organizations = {} as People['organizations']
  for (const name of Object.keys(shops) as ShopName[]) {
    organizations[name] = await createOrganization(tx, systemActor, { ...shops[name], at })
  }

  const users = {} as People['users']
  for (const account of accounts as readonly (Account & { email: Email })[]) {
    const { email, name, isSystemAdmin, unverified, roles = {} } = account
    const emailVerifiedAt = unverified ? null : at
    const user = await createUser(tx, systemActor, {
      email,
      name,
      passwordHash,
      isSystemAdmin,
      emailVerifiedAt,
      at,
    })
    users[email] = user
    for (const [shop, role] of Object.entries(roles) as [ShopName, Role][]) {
      await addMember(tx, systemActor, { organizationId: organizations[shop].id, userId: user.id, role, at })
    }
  }

  const owner = actorOf(users['owner@acme.example'])
  const organizationId = organizations.acme.id
  const taro = users['taro@customer.example'].id
  await addLegalEntity(tx, owner, { organizationId, id: 'ACME-KK', name: 'Acme株式会社', userIds: [taro], at })
  await holdRestriction(tx, owner, { organizationId, restriction: 'VIP', userId: taro, at })
  return { users, organizations }
}
