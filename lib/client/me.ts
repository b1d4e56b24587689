import { queryOptions } from '@tanstack/react-query'
import { getJson, type ListAnswer } from './api'

/** What the account remembers on every device. Absent: the browser decides. */
export type Preferences = {
  locale?: 'en' | 'ja'
  theme?: 'light' | 'dark' | 'auto'
  density?: 'comfortable' | 'compact'
  /** False: shortcuts of a single key are off. */
  shortcuts?: boolean
}

export type Organization = {
  id: string
  name: string
  slug: string
  country: string
  currency: string
  timeZone: string
  status: string
}

/** Who is signed in, as `GET /api/me` answers. */
export type Me = {
  id: string
  name: string
  email: string
  isSystemAdmin: boolean
  emailVerified: boolean
  organizations: (Organization & { role: string })[]
  preferences: Preferences
}

export const meQuery = () =>
  queryOptions({ queryKey: ['me'], queryFn: ({ signal }) => getJson<Me>('/me', signal), staleTime: 60_000 })

/** Every organization there is; for system admins, who are members of none. */
export const organizationsQuery = () =>
  queryOptions({
    queryKey: ['organizations'],
    queryFn: ({ signal }) => getJson<ListAnswer<Organization>>('/orgs?$top=100&$orderBy=name', signal),
    staleTime: 60_000,
  })
