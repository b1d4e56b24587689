import AxeBuilder from '@axe-core/playwright'
import { type APIRequestContext, type Browser, expect, type Page, test } from '@playwright/test'
import { enter, open, organizationId, origin, signIn } from './desk'

const password = 'a journey needs a password'
let made = 0
const unique = (name: string) => `${name}-${Date.now().toString(36)}-${++made}`

/** A browser of somebody else's. */
async function otherBrowser(browser: Browser) {
  const context = await browser.newContext()
  return { context, page: await context.newPage() }
}

/** An account that no other journey uses, made by a system admin. */
async function createAccount(browser: Browser, name: string): Promise<{ id: string; name: string; email: string }> {
  const { context, page } = await otherBrowser(browser)
  await enter(page, 'admin@orderdesk.example')
  const answer = await page.request.post('/api/admin/users', {
    headers: { origin: origin() },
    data: { name, email: `${name}@journey.example`, password },
  })
  expect(answer.status(), await answer.text()).toBe(201)
  const account = await answer.json()
  await context.close()
  return account
}

const mayRead = async (request: APIRequestContext, path: string) => (await request.get(`/api${path}`)).status()

test.describe('members', () => {
  test('somebody is invited by a link, joins with a new account, gets another role and is removed', async ({
    page,
    browser,
  }) => {
    test.slow()
    await enter(page, 'owner@globex.example')
    const orgId = await organizationId(page.request, 'globex')
    await open(page, `/orgs/${orgId}/members`)
    await page.getByRole('button', { name: 'Invite' }).click()
    await page.getByRole('dialog').getByRole('radio', { name: 'Member' }).check()
    await page.getByRole('button', { name: 'Make the link' }).click()
    const link = await page.getByRole('textbox', { name: 'Link' }).inputValue()
    await page.getByRole('button', { name: 'Done' }).click()
    const invitations = page.getByRole('table', { name: 'Invitations' })
    await expect(invitations.getByRole('row').filter({ hasText: 'Open' }).first()).toBeVisible()

    const name = unique('joiner')
    const guest = await otherBrowser(browser)
    await guest.page.goto(new URL(link).pathname)
    await expect(guest.page.getByRole('heading', { name: 'Join Globex' })).toBeVisible()
    await guest.page.getByLabel('Name').fill(name)
    await guest.page.getByLabel('E-mail').fill(`${name}@journey.example`)
    await guest.page.getByLabel('Password', { exact: true }).fill('short')
    await guest.page.getByRole('button', { name: 'Create account and join' }).click()
    await expect(guest.page.getByText('At least 8 characters.', { exact: true })).toBeVisible()
    await guest.page.getByLabel('Password', { exact: true }).fill(password)
    await guest.page.getByRole('button', { name: 'Create account and join' }).click()
    await guest.page.waitForURL(`**/orgs/${orgId}/**`)
    expect(await mayRead(guest.page.request, `/orgs/${orgId}`)).toBe(200)
    expect(await mayRead(guest.page.request, `/orgs/${orgId}/members`)).toBe(403)

    // The link works once.
    const late = await otherBrowser(browser)
    await late.page.goto(new URL(link).pathname)
    await expect(late.page.getByRole('heading', { name: 'This invitation cannot be used' })).toBeVisible()
    await late.context.close()

    await open(page, `/orgs/${orgId}/members`)
    const role = page.getByRole('combobox', { name: `Role of ${name}` })
    await role.selectOption({ label: 'Admin' })
    await expect(page.getByText(`${name} is now admin`)).toBeVisible()
    // The message stays while one points at it.
    await page.getByRole('button', { name: /^Undo/ }).hover()
    expect(await mayRead(guest.page.request, `/orgs/${orgId}/members`)).toBe(200)
    await page.getByRole('button', { name: /^Undo/ }).click()
    await expect(role).toHaveValue('member')

    await page.getByRole('button', { name: `Remove ${name}` }).click()
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click()
    await expect(page.getByRole('row').filter({ hasText: name })).toHaveCount(0)
    expect(await mayRead(guest.page.request, `/orgs/${orgId}`)).toBe(403)
    await guest.context.close()
  })

  test('what does not fit on a page is shown when one asks for more', async ({ page }) => {
    await enter(page, 'owner@globex.example')
    const orgId = await organizationId(page.request, 'globex')
    for (let i = 0; i < 21; i++) {
      const answer = await page.request.post(`/api/orgs/${orgId}/invitations`, {
        headers: { origin: origin() },
        data: { role: 'guest' },
      })
      expect(answer.status()).toBe(201)
    }
    await open(page, `/orgs/${orgId}/members`)
    const rows = page.getByRole('table', { name: 'Invitations' }).getByRole('row')
    await expect(rows).toHaveCount(1 + 20)
    await page.getByRole('button', { name: 'Show more' }).last().click()
    await expect(rows.nth(21)).toBeVisible()
  })

  test('the last owner can be neither removed nor given another role, and the page says why', async ({ page }) => {
    await enter(page, 'owner@globex.example')
    const orgId = await organizationId(page.request, 'globex')
    await open(page, `/orgs/${orgId}/members`)
    const row = page.getByRole('row').filter({ hasText: 'owner@globex.example' })
    await expect(row.getByRole('combobox')).toBeDisabled()
    await expect(row.getByRole('button', { name: /^Remove/ })).toHaveAccessibleDescription(/last owner/)
  })
})

test('an API key is made, used, rotated and revoked', async ({ page, request }) => {
  await enter(page, 'owner@globex.example')
  const orgId = await organizationId(page.request, 'globex')
  await open(page, `/orgs/${orgId}/api-keys`)
  const use = async (token: string) =>
    (await request.get(`/api/orgs/${orgId}/orders?$top=1`, { headers: { authorization: `Bearer ${token}` } })).status()

  const name = unique('key')
  await page.getByRole('button', { name: 'New key' }).click()
  await page.getByLabel('Name').fill(name)
  await page.getByRole('button', { name: 'Create key' }).click()
  const first = await page.getByRole('textbox', { name: 'Token' }).inputValue()
  await page.getByRole('button', { name: 'Done' }).click()
  expect(await use(first)).toBe(200)

  await page.getByRole('button', { name: `Rotate ${name}` }).click()
  await page.getByRole('radio', { name: 'One hour' }).check()
  await page.getByRole('button', { name: 'Make the new key' }).click()
  const second = await page.getByRole('textbox', { name: 'Token' }).inputValue()
  await page.getByRole('button', { name: 'Done' }).click()
  expect(second).not.toBe(first)
  expect([await use(first), await use(second)]).toEqual([200, 200])

  const rows = page.getByRole('row').filter({ hasText: name })
  await expect(rows).toHaveCount(2)
  for (const left of [1, 0]) {
    await page
      .getByRole('button', { name: `Revoke ${name}` })
      .first()
      .click()
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click()
    await expect(rows).toHaveCount(left)
  }
  expect([await use(first), await use(second)]).toEqual([401, 401])
})

test('settings are saved with the keyboard, and what is wrong is said at its field', async ({ page }) => {
  await enter(page, 'owner@globex.example')
  const orgId = await organizationId(page.request, 'globex')
  await open(page, `/orgs/${orgId}/settings`)
  const description = page.getByLabel('Description')
  const before = await description.inputValue()
  const after = unique('Described')

  await description.fill(after)
  await page.getByLabel('Tax rate (%)').fill('101')
  await page.keyboard.press('Control+s')
  await expect(page.getByLabel('Tax rate (%)')).toBeFocused()
  await expect(page.getByText('A number from 0 to 100.')).toBeVisible()

  await page.getByRole('button', { name: 'Discard' }).click()
  await description.fill(after)
  await page.keyboard.press('Control+s')
  await expect(page.getByText('The settings were saved')).toBeVisible()
  await page.reload()
  await expect(description).toHaveValue(after)

  // Another save in between is not overwritten.
  await page.locator('main[data-ready]').waitFor()
  await description.fill(unique('Stale'))
  const answer = await page.request.patch(`/api/orgs/${orgId}/settings`, {
    headers: { origin: origin() },
    data: { description: before },
  })
  expect(answer.status()).toBe(200)
  await page.keyboard.press('Control+s')
  await expect(page.getByText('Somebody else saved these settings meanwhile')).toBeVisible()
  await page.getByRole('button', { name: 'Reload' }).click()
  await expect(description).toHaveValue(before)
})

test('signing out elsewhere ends the other browser’s session', async ({ browser }) => {
  test.slow()
  const { email } = await createAccount(browser, unique('twice'))
  const [here, there] = [await otherBrowser(browser), await otherBrowser(browser)]
  for (const { page } of [here, there]) await signIn(page, email, password)
  await open(here.page, '/account')
  const sessions = here.page.getByRole('table', { name: 'Where you are signed in' })
  await expect(sessions.getByRole('row')).toHaveCount(3)
  await here.page.getByRole('button', { name: 'Sign out everywhere else' }).click()
  await here.page.getByRole('dialog').getByRole('button', { name: 'Sign out everywhere else' }).click()
  await expect(sessions.getByRole('row')).toHaveCount(2)
  expect(await mayRead(there.page.request, '/me')).toBe(401)
  expect(await mayRead(here.page.request, '/me')).toBe(200)
  for (const { context } of [here, there]) await context.close()
})

test('a system admin makes an account, hands over a password link, and disables it', async ({ page, browser }) => {
  test.slow()
  await enter(page, 'admin@orderdesk.example')
  await open(page, '/admin/users')
  const name = unique('newcomer')
  await page.getByRole('button', { name: 'New user' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name').fill(name)
  await dialog.getByLabel('E-mail').fill(`${name}@journey.example`)
  await dialog.getByRole('button', { name: 'Create user' }).click()
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
  await page.getByRole('button', { name: 'Make a password link' }).click()
  const link = await page.getByRole('textbox', { name: 'Link' }).inputValue()
  await page.getByRole('button', { name: 'Done' }).click()

  const guest = await otherBrowser(browser)
  await guest.page.goto(new URL(link).pathname)
  await guest.page.getByLabel('New password').fill(password)
  await guest.page.getByRole('button', { name: 'Save the password and sign in' }).click()
  await guest.page.waitForURL('**/my/orders')
  expect(await mayRead(guest.page.request, '/me')).toBe(200)

  await page.getByRole('button', { name: 'Disable' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Disable' }).click()
  await expect(page.getByText('This account is disabled')).toBeVisible()
  expect(await mayRead(guest.page.request, '/me')).toBe(401)
  await guest.context.close()
})

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`no serious accessibility fault, ${colorScheme}`, () => {
    test.use({ colorScheme, contextOptions: { reducedMotion: 'reduce' } })
    test.slow()

    async function expectNoFault(page: Page, what: string) {
      const { violations } = await new AxeBuilder({ page }).analyze()
      const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
      const told = serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`)
      expect(told, what).toEqual([])
    }

    test('of an organization', async ({ page }) => {
      await enter(page, 'owner@acme.example')
      const orgId = await organizationId(page.request, 'acme')
      await open(page, `/orgs/${orgId}/members`)
      await expect(page.getByRole('table', { name: 'Members' })).toBeVisible()
      await expectNoFault(page, 'members')
      await page.getByRole('button', { name: 'Invite' }).click()
      await expect(page.getByRole('dialog')).toBeVisible()
      await expectNoFault(page, 'inviting')
      await open(page, `/orgs/${orgId}/api-keys`)
      await page.getByRole('button', { name: 'New key' }).click()
      await expect(page.getByRole('dialog')).toBeVisible()
      await expectNoFault(page, 'a new key')
      await open(page, `/orgs/${orgId}/settings`)
      await expect(page.getByLabel('Tax rate (%)')).toBeVisible()
      await expectNoFault(page, 'settings')
      await open(page, '/account')
      await expect(page.getByRole('table', { name: 'Where you are signed in' })).toBeVisible()
      await expectNoFault(page, 'account')
      await page.goto('/invite/od_in_nonsense')
      await expect(page.getByRole('heading', { name: 'This invitation cannot be used' })).toBeVisible()
      await expectNoFault(page, 'an invitation that ended')
    })

    test('of the system', async ({ page }) => {
      await enter(page, 'admin@orderdesk.example')
      await open(page, '/admin/organizations')
      await expect(page.getByRole('row').filter({ hasText: 'globex' })).toBeVisible()
      await expectNoFault(page, 'organizations')
      await page.getByRole('button', { name: 'New organization' }).click()
      await expect(page.getByRole('dialog')).toBeVisible()
      await expectNoFault(page, 'a new organization')
      await open(page, '/admin/users')
      await expect(page.locator('tr[data-row]').first()).toBeVisible()
      await expectNoFault(page, 'users')
      await page.locator('tr[data-row] a').first().click()
      await expect(page.getByRole('heading', { name: 'Signing in' })).toBeVisible()
      await expectNoFault(page, 'a user')
    })
  })
}
