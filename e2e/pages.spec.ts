import AxeBuilder from '@axe-core/playwright'
import { type Browser, expect, type Page, test } from '@playwright/test'
import { enter } from './desk'
import { organizationPages, type PageToVisit, systemPages } from './pages'

/**
 * Opens each page in turn and says what is wrong with it: nothing to read, a fault in the console, a text without
 * translation, a serious fault by axe's rules, something that sticks out at the side.
 */
async function faultsOf(page: Page, pages: readonly PageToVisit[]): Promise<string[]> {
  const faults: string[] = []
  let name = ''
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`${name}: console: ${message.text().slice(0, 200)}`)
  })
  page.on('pageerror', (error) => faults.push(`${name}: ${error.message.slice(0, 200)}`))
  for (const each of pages) {
    name = each.name
    await page.goto(each.path)
    await page.locator('main[data-ready]').waitFor()
    await page.waitForLoadState('networkidle')
    if (!(await page.title()).includes('Orderdesk')) faults.push(`${name}: its title does not say where one is`)
    const heads = await page.getByRole('heading', { level: 1 }).count()
    if (heads !== 1) faults.push(`${name}: has ${heads} main headings`)
    const text = await page.locator('main').innerText()
    const odd = /\b(undefined|NaN|null|\[object Object\]|Invalid Date)\b/.exec(text)
    if (odd) faults.push(`${name}: shows “${odd[0]}”`)
    if (
      await page
        .getByRole('alert')
        .filter({ hasText: /could not be (loaded|read)/ })
        .count()
    )
      faults.push(`${name}: failed to load`)
    const out = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
    if (out > 0) faults.push(`${name}: sticks out by ${out} px`)
    const { violations } = await new AxeBuilder({ page }).analyze()
    for (const { id, impact, nodes } of violations) {
      if (impact !== 'serious' && impact !== 'critical') continue
      faults.push(`${name}: ${id}: ${nodes.map(({ html }) => html.slice(0, 140)).join(' | ')}`)
    }
  }
  return faults
}

const looks = [
  { name: 'light', options: { colorScheme: 'light', viewport: { width: 1440, height: 900 } } },
  { name: 'dark', options: { colorScheme: 'dark', viewport: { width: 1440, height: 900 } } },
  // 720 × 450 is what is left of a 1440 × 900 screen at 200 % zoom.
  { name: 'zoomed', options: { colorScheme: 'light', viewport: { width: 720, height: 450 } } },
  { name: 'narrow', options: { colorScheme: 'light', viewport: { width: 360, height: 740 }, hasTouch: true } },
] as const

async function asPerson(browser: Browser, options: (typeof looks)[number]['options'], email: string) {
  const context = await browser.newContext({ ...options, reducedMotion: 'reduce' })
  const page = await context.newPage()
  await enter(page, email)
  return page
}

for (const { name, options } of looks) {
  test(`every page of an organization is sound, ${name}`, async ({ browser }) => {
    test.setTimeout(240_000)
    const page = await asPerson(browser, options, 'owner@acme.example')
    expect(await faultsOf(page, await organizationPages(page.request))).toEqual([])
  })

  test(`every page of the system admin is sound, ${name}`, async ({ browser }) => {
    test.setTimeout(240_000)
    const page = await asPerson(browser, options, 'admin@orderdesk.example')
    expect(await faultsOf(page, systemPages)).toEqual([])
  })
}
