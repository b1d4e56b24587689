import { queryOptions } from '@tanstack/react-query'
import { callApi, getJson, type ListAnswer } from './api'
import type { Me } from './me'

/** One of the reader's sign-ins that go on. */
export type OwnSession = {
  id: string
  kind: 'browser' | 'client' | 'personal'
  label: string | null
  userAgent: string | null
  /** The one this page is open in. */
  current: boolean
  lastUsedAt: string
  expiresAt: string
  createdAt: string
}

export const sessionsKey = ['me', 'sessions'] as const

export const sessionsQuery = () =>
  queryOptions({
    queryKey: sessionsKey,
    queryFn: ({ signal }) => getJson<ListAnswer<OwnSession>>('/me/sessions', signal),
  })

export const changeName = async (name: string) => (await callApi<Me>('PATCH', '/me', { body: { name } })).data

export const changePassword = async (body: { currentPassword: string; newPassword: string }) =>
  (await callApi<{ ended: number }>('POST', '/me:changePassword', { body })).data

export const endSession = (id: string) => callApi<void>('DELETE', `/me/sessions/${id}`)

export const endOtherSessions = async () =>
  (await callApi<{ ended: number }>('POST', '/me/sessions:endOthers', { body: {} })).data
