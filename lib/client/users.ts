import { queryOptions } from '@tanstack/react-query'
import type { MemberRole } from '@/lib/resources/member'
import { callApi } from './api'
import { listKey } from './lists'

/** An account as system admins see it. */
export type Account = {
  id: string
  name: string
  email: string
  isSystemAdmin: boolean
  emailVerified: boolean
  disabled: boolean
  hasPassword: boolean
  lastSeenAt: string | null
  createdAt: string
  updatedAt: string
}

export type WholeAccount = Account & { organizations: { id: string; name: string; role: MemberRole }[] }

export type AccountPatch = Partial<Pick<Account, 'name' | 'email' | 'isSystemAdmin' | 'emailVerified' | 'disabled'>>

export const usersPath = '/admin/users'
export const usersKey = listKey(usersPath)

export const userQuery = (id: string) =>
  queryOptions({
    queryKey: [...usersKey, 'one', id],
    queryFn: ({ signal }) => callApi<WholeAccount>('GET', `${usersPath}/${id}`, { signal }),
  })

export const createUser = async (body: { name: string; email: string; isSystemAdmin: boolean }) =>
  (await callApi<WholeAccount>('POST', usersPath, { body })).data

export const patchUser = (id: string, body: AccountPatch, etag?: string | null) =>
  callApi<WholeAccount>('PATCH', `${usersPath}/${id}`, { body, etag })

export const makePasswordLink = async (id: string) =>
  (await callApi<{ url: string; expiresAt: string }>('POST', `${usersPath}/${id}:passwordLink`)).data

export const setUserPassword = (id: string, password: string) =>
  callApi<void>('POST', `${usersPath}/${id}:setPassword`, { body: { password } })
