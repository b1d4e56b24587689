import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { enter, origin } from './desk'

/** What the page was refused: by its own policy, or because it asked another host. */
function watch(page: Page): string[] {
  const refused: string[] = []
  page.on('console', (message) => {
    if (/Content Security Policy|ERR_NAME_NOT_RESOLVED/.test(message.text())) refused.push(message.text())
  })
  page.on('request', (request) => {
    const { protocol, host } = new URL(request.url())
    if (/^https?:$/.test(protocol) && host !== new URL(origin()).host) refused.push(request.url())
  })
  return refused
}

test('the reference lists the operations, and one can be tried as whoever is signed in', async ({ page }) => {
  await enter(page, 'owner@acme.example')
  const refused = watch(page)
  await page.goto('/docs')
  await expect(page.getByRole('heading', { name: 'Orderdesk', exact: true })).toBeVisible({ timeout: 30_000 })
  await page.getByText('Users', { exact: true }).first().click()
  await page.getByText('The signed-in user', { exact: true }).first().click()
  const operation = page.getByRole('button', { name: /Test Request.*\/me\b/ }).first()
  await operation.click()
  const [answer] = await Promise.all([
    page.waitForResponse((response) => new URL(response.url()).pathname === '/api/me'),
    page.getByRole('button', { name: /^Send/ }).first().click(),
  ])
  expect(answer.status()).toBe(200)
  expect((await answer.json()).email).toBe('owner@acme.example')
  expect(refused).toEqual([])
})

test('light and dark of the reference are those of the application', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.goto('/docs')
  await expect(page.locator('html')).toHaveAttribute('data-scheme', 'dark')
  await page.getByRole('button', { name: 'Switch to light colours' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-scheme', 'light')
  await page.goto('/docs/query-language')
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'light')
})

test('the examples of the query language run, and say what is wrong with a broken one', async ({ page }) => {
  await enter(page, 'owner@acme.example')
  const refused = watch(page)
  await page.goto('/docs/query-language')
  const run = page.getByRole('button', { name: 'Run', exact: true }).first()
  await expect(run).toBeEnabled()
  await run.click()
  await expect(page.getByText(/\d in all/).first()).toBeVisible()
  const parameters = page.getByRole('textbox', { name: /^Parameters of/ }).first()
  await parameters.fill("$filter=colour eq 'red'")
  await run.click()
  await expect(page.getByText(/cannot be filtered by/).first()).toBeVisible()
  expect(refused).toEqual([])
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`the guide has no serious accessibility fault, ${colorScheme}`, async ({ page }) => {
    test.slow()
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.goto('/docs/query-language')
    await page.getByRole('button', { name: 'Run', exact: true }).last().click()
    await expect(page.getByText(/\d in all/).first()).toBeVisible()
    const { violations } = await new AxeBuilder({ page }).analyze()
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)).toEqual(
      [],
    )
  })
}
