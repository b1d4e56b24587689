import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { MemberRole } from '@/lib/resources/member'
import { callApi, getJson, type ListAnswer } from './api'
import { growingQuery } from './lists'

export type Member = {
  id: string
  name: string
  email: string
  role: MemberRole
  disabled: boolean
  lastSeenAt: string | null
  createdAt: string
  version: number
}

export type Person = { id: string; name: string; email: string }

export type Invitation = {
  id: string
  role: MemberRole
  email: string | null
  state: 'open' | 'accepted' | 'revoked' | 'expired'
  invitedBy: string
  expiresAt: string
  acceptedAt: string | null
  createdAt: string
}

/** What the holder of an invitation's link sees. */
export type OfferedInvitation = {
  organization: { id: string; name: string }
  role: MemberRole
  email: string | null
  invitedBy: string
  state: Invitation['state']
  expiresAt: string
}

export const membersKey = (orgId: string) => ['members', orgId] as const

/** The members by name, as many at a time as one looks through; the rest comes when it is asked for. */
export const membersQuery = (orgId: string, search: string) => {
  const query = new URLSearchParams({ $top: '50', $orderBy: 'name', ...(search && { $search: search }) })
  return growingQuery<Member>(`/orgs/${orgId}/members`, query.toString(), membersKey(orgId))
}

/** How many owners there are who can sign in: the last one stays. */
export const ownersQuery = (orgId: string) =>
  queryOptions({
    queryKey: [...membersKey(orgId), 'owners'],
    queryFn: async ({ signal }) => {
      const query = new URLSearchParams({ $top: '100', $filter: "role eq 'owner'" })
      const { value } = await getJson<ListAnswer<Member>>(`/orgs/${orgId}/members?${query}`, signal)
      return value.filter(({ disabled }) => !disabled).length
    },
  })

/** The invitations that are open or ended lately, newest first. */
export const invitationsQuery = (orgId: string) =>
  growingQuery<Invitation>(`/orgs/${orgId}/invitations`, '$top=20', [...membersKey(orgId), 'invitations'])

/** Whom an organization knows: for choosing people. */
export const peopleQuery = (orgId: string, search: string) =>
  queryOptions({
    queryKey: ['people', orgId, search],
    queryFn: ({ signal }) => {
      const query = new URLSearchParams({ $top: '20', $orderBy: 'name', ...(search && { $search: search }) })
      return getJson<ListAnswer<Person>>(`/orgs/${orgId}/people?${query}`, signal)
    },
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })

export const changeRole = (orgId: string, id: string, role: MemberRole) =>
  callApi<Member>('PATCH', `/orgs/${orgId}/members/${id}`, { body: { role } })

export const removeMember = (orgId: string, id: string) => callApi<void>('DELETE', `/orgs/${orgId}/members/${id}`)

export const invite = async (orgId: string, body: { role: MemberRole; email?: string }) =>
  (await callApi<Invitation & { url: string }>('POST', `/orgs/${orgId}/invitations`, { body })).data

export const revokeInvitation = (orgId: string, id: string) =>
  callApi<void>('DELETE', `/orgs/${orgId}/invitations/${id}`)

/** Accepts as the signed-in user, or with `account` for a new one. */
export const acceptInvitation = async (token: string, account?: { name: string; email: string; password: string }) =>
  (
    await callApi<{ organization: { id: string } }>('POST', `/invitations/${encodeURIComponent(token)}:accept`, {
      body: account ?? {},
    })
  ).data
