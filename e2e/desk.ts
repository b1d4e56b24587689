import { type APIRequestContext, type Cookie, expect, type Page, test } from '@playwright/test'

/** Signs in through the page, as a person does. */
export async function signIn(page: Page, email: string, password = 'orderdesk-demo') {
  await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL((url) => url.pathname !== '/sign-in' && url.pathname !== '/')
  await page.locator('main[data-ready]').waitFor()
}

const cookiesOf = new Map<string, Cookie[]>()

/** Is signed in as somebody whose session others may use as well: signing in is tested elsewhere. Opens no page. */
export async function enter(page: Page, email: string) {
  let cookies = cookiesOf.get(email)
  if (!cookies) {
    const context = await page.context().browser()!.newContext()
    await signIn(await context.newPage(), email)
    cookies = await context.cookies()
    cookiesOf.set(email, cookies)
    await context.close()
  }
  await page.context().addCookies(cookies)
}

/** What a request that changes something says of where it comes from. */
export const origin = () => new URL(test.info().project.use.baseURL!).origin

/** Opens a page and waits until it listens to the keyboard: its words are there before its scripts are. */
export async function open(page: Page, path: string) {
  await page.goto(path)
  await page.locator('main[data-ready]').waitFor()
}

type Order = { id: string; number: number; version: number; status: string }
type Found<T> = { value: T[] }

async function read<T>(request: APIRequestContext, path: string): Promise<T> {
  const answer = await request.get(`/api${path}`)
  expect(answer.ok(), `GET ${path}: ${answer.status()}`).toBe(true)
  return answer.json()
}

/** The id of one of the reader's organizations. */
export async function organizationId(request: APIRequestContext, slug: string): Promise<string> {
  const { value } = await read<Found<{ id: string; slug: string }>>(request, '/orgs')
  const found = value.find((organization) => organization.slug === slug)
  if (!found) throw new Error(`${slug} is not among the reader's organizations.`)
  return found.id
}

/** Places an order of its own for a test, so that no two tests move the same one. */
export async function placeOrder(page: Page, orgId: string, name = '検証 花子'): Promise<Order> {
  const { request } = page
  type Line = { product: string; variant: string }
  const { value } = await read<Found<{ lineItems: Line[] }>>(
    request,
    `/orgs/${orgId}/orders?$top=1&$orderBy=createdAt desc`,
  )
  const { product, variant } = value[0]!.lineItems[0]!
  const answer = await request.post(`/api/orgs/${orgId}/orders`, {
    headers: { origin: origin() },
    data: {
      items: [{ productId: product, variantId: variant, quantity: 2 }],
      customer: {
        name,
        nameKana: 'ケンショウ ハナコ',
        addressLine1: '東京都千代田区丸の内1-1',
        phone: '03-1234-5678',
        email: 'hanako@example.jp',
      },
    },
  })
  expect(answer.status(), await answer.text()).toBe(201)
  return answer.json()
}

export const orderStatus = async (request: APIRequestContext, orgId: string, orderId: string) =>
  (await read<Order>(request, `/orgs/${orgId}/orders/${orderId}`)).status
