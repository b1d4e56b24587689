import { expect, test } from '@playwright/test'
import { origin, signIn } from './desk'

test('a wrong password is refused without saying whether the account exists', async ({ page }) => {
  const attempt = async (email: string) => {
    await page.goto('/sign-in')
    await page.getByLabel('E-mail').fill(email)
    await page.getByLabel('Password', { exact: true }).fill('not the password')
    await page.getByRole('button', { name: 'Sign in' }).click()
    return page.getByRole('alert').filter({ hasText: /\S/ }).first().innerText()
  }
  const known = await attempt('manager@acme.example')
  expect(known).toBe('E-mail and password do not match an account.')
  expect(await attempt('nobody@acme.example')).toBe(known)
})

test('signing in leads back to the page one wanted', async ({ page }) => {
  await page.goto('/my/orders?sort=totalPrice')
  await page.waitForURL(/\/sign-in\?/)
  await expect(page.getByText('Your session has ended')).toBeVisible()
  await page.getByLabel('E-mail').fill('taro@customer.example')
  await page.getByLabel('Password', { exact: true }).fill('orderdesk-demo')
  await page.keyboard.press('Enter')
  await page.waitForURL('**/my/orders?sort=totalPrice')
})

test('the way back after signing in never leaves this site', async ({ page }) => {
  await page.goto('/sign-in?next=https%3A%2F%2Fevil.example%2F')
  await page.getByLabel('E-mail').fill('owner@acme.example')
  await page.getByLabel('Password', { exact: true }).fill('orderdesk-demo')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.waitForURL(/\/orgs\/\w+\/orders/)
})

test('after signing out nothing can be read any more', async ({ page }) => {
  await signIn(page, 'owner@acme.example')
  await expect(page.locator('tr[data-row]').first()).toBeVisible()
  const list = page.url()
  const { cookies } = await page.context().storageState()
  await page.getByRole('button', { name: /^Account/ }).click()
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL(/\/sign-in/)
  await expect(page.getByText('You are signed out.')).toBeVisible()

  await page.goto(list)
  await page.waitForURL(/\/sign-in/)
  // The cookie of before is dead on the server too.
  await page.context().addCookies(cookies)
  expect((await page.request.get('/api/me')).status()).toBe(401)
})

test('a customer without an organization sees their own orders and can read one', async ({ page }) => {
  await signIn(page, 'taro@customer.example')
  await expect(page).toHaveURL(/\/my\/orders$/)
  await expect(page.getByRole('heading', { name: 'My orders' })).toBeVisible()
  await page.locator('tr[data-row] a').first().click()
  await expect(page).toHaveURL(/\/my\/orders\/[0-9a-f]{24}$/)
  await expect(page.getByRole('heading', { name: 'Items' })).toBeVisible()
  await expect(page.getByRole('button', { name: /Accept|Cancel order|Edit/ })).toHaveCount(0)
})

test('a member without the right is told so, and who has it', async ({ page }) => {
  await signIn(page, 'staff@acme.example')
  await expect(page.getByText('Your role in Acme is Member.')).toBeVisible()
})

test('the language and the theme stay with the account', async ({ page, browser }) => {
  await signIn(page, 'unverified@globex.example')
  await page.getByRole('button', { name: /^Account/ }).click()
  await page.getByText('日本語', { exact: true }).click()
  await expect(page.getByRole('heading', { name: '注文' })).toBeVisible()
  const saved = page.waitForResponse(/\/api\/me\/preferences/)
  await page.getByText('ダーク', { exact: true }).click()
  await saved

  const elsewhere = await (await browser.newContext()).newPage()
  await signIn(elsewhere, 'unverified@globex.example')
  await expect(elsewhere.getByRole('heading', { name: '注文' })).toBeVisible()
  await expect(elsewhere.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark')
  await expect(elsewhere.locator('html')).toHaveAttribute('lang', 'ja')
  await page.request.patch('/api/me/preferences', {
    headers: { origin: origin() },
    data: { locale: null, theme: null },
  })
})
