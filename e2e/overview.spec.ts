import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { enter, open, organizationId } from './desk'

async function openOverview(page: Page, search = '') {
  await enter(page, 'owner@acme.example')
  const orgId = await organizationId(page.request, 'acme')
  await open(page, `/orgs/${orgId}/overview${search}`)
  return orgId
}

const digits = (text: string) => text.replace(/\D/g, '')

test('a number leads to the list of what it counts', async ({ page }) => {
  await openOverview(page)
  const canceled = page.locator('dl dt', { hasText: 'Canceled' }).locator('..').getByRole('link').first()
  const count = digits(await canceled.innerText())
  await canceled.click()
  await expect(page).toHaveURL(/\/orders\?filter=/)
  await expect(page.getByRole('heading', { name: 'Orders', level: 1 })).toBeVisible()
  const range = page.getByText(new RegExp(`of ${Number(count).toLocaleString('en-US')}$`))
  await expect(range).toBeVisible()
})

test('bars are walked with the arrow keys, and Enter lists the orders of a day', async ({ page }) => {
  await openOverview(page)
  const chart = page.getByRole('group', { name: /^Orders by day and status/ })
  const bars = chart.getByRole('link')
  await bars.last().focus()
  await page.keyboard.press('ArrowLeft')
  const focused = bars.nth((await bars.count()) - 2)
  await expect(focused).toBeFocused()
  const name = (await focused.getAttribute('aria-label'))!
  const count = Number(/: ([\d,]+) order/.exec(name)![1]!.replace(',', ''))
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/orders\?filter=/)
  await expect(page.getByText(new RegExp(`of ${count}$`))).toBeVisible()
})

test('the days are chosen, kept in the address, and every chart reads as a table', async ({ page }) => {
  await openOverview(page)
  await page.getByRole('link', { name: '7 days' }).click()
  await expect(page).toHaveURL(/\?days=7$/)
  await page.getByRole('button', { name: 'Orders by day and status: Table' }).click()
  const table = page.getByRole('table', { name: 'Orders by day and status' })
  await expect(table.getByRole('row')).toHaveCount(8)
  await page.getByRole('button', { name: 'Choose days' }).click()
  await page.getByLabel('First day').fill('2026-01-01')
  await page.getByLabel('Last day').fill('2025-12-01')
  await page.getByRole('button', { name: 'Show' }).click()
  await expect(page.getByText('The last day must not be before the first.')).toBeVisible()
})

test('no serious axe fault, light or dark', async ({ page }) => {
  await openOverview(page)
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.evaluate((scheme) => {
      document.documentElement.dataset.mantineColorScheme = scheme
    }, colorScheme)
    const { violations } = await new AxeBuilder({ page }).analyze()
    expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([])
  }
})
