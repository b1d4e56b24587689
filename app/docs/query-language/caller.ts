import type { ListAnswer } from '@/lib/client/api'
import type { Me, Organization } from '@/lib/client/me'

/** Orders that a caller may list. */
export type Place = { label: string; path: string }

/** Whose orders somebody may ask for, the most useful first. */
export function placesOf(
  me: Me | undefined,
  organizations: readonly Pick<Organization, 'id' | 'name'>[],
  seesAll = me?.isSystemAdmin ?? false,
): Place[] {
  const manages = (id: string) =>
    !me || me.isSystemAdmin || me.organizations.some((own) => own.id === id && /^(owner|admin)$/.test(own.role))
  return [
    ...organizations
      .filter(({ id }) => manages(id))
      .map(({ id, name }) => ({ label: `orders of ${name}`, path: `/orgs/${id}/orders` })),
    ...(me ? [{ label: 'my own orders', path: `/users/${me.id}/orders` }] : []),
    ...(seesAll ? [{ label: 'all orders', path: '/orders' }] : []),
  ]
}

export type RawAnswer = { status: number; milliseconds: number; body: unknown }

/** Asks the API as whoever the token, or else the browser's session, stands for; any answer is an answer. */
export async function ask(path: string, token: string | undefined): Promise<RawAnswer> {
  const begin = performance.now()
  const response = await fetch(`/api${path}`, {
    headers: { accept: 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
    credentials: token ? 'omit' : 'same-origin',
    cache: 'no-store',
  })
  const text = await response.text()
  const milliseconds = performance.now() - begin
  const isJson = /json/.test(response.headers.get('content-type') ?? '')
  return { status: response.status, milliseconds, body: isJson ? JSON.parse(text) : text }
}

const messageOf = (body: unknown) => (body as { message?: string } | null)?.message ?? 'The server did not say why.'

/**
 * Who a token stands for and what it may list. An API key has no person behind it, so `/me` refuses it.
 * Throws an Error with a sentence when the token is not good.
 */
export async function lookUp(token: string): Promise<{ name: string; places: Place[] }> {
  const [me, organizations, all] = await Promise.all([
    ask('/me', token),
    ask('/orgs?$top=100&$orderBy=name', token),
    ask('/orders?$top=1', token),
  ])
  const user = me.status === 200 ? (me.body as Me) : undefined
  if (organizations.status !== 200) throw new Error(messageOf(organizations.body))
  const list = (organizations.body as ListAnswer<Organization>).value
  return { name: user?.name ?? 'an API key', places: placesOf(user, list, all.status === 200) }
}
