// `npm run screens [-- http://localhost:3000]`: pictures of every screen of a running demo, into docs/screens.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { organizationPages, systemPages } from '../e2e/pages.ts'
import { chromiumFlags, requireChromium } from './lib/chromium.mjs'
import { fail, root } from './lib/project.mjs'

const address = process.argv[2] ?? 'http://localhost:3000'
const folder = join(root, 'docs', 'screens')
const wide = { width: 1440, height: 900 }
const narrow = { width: 390, height: 844 }
/** Those shown in other looks too. */
const dark = ['overview', 'orders', 'order', 'product', 'system-categories']
const onPhones = ['orders', 'order', 'products', 'system-categories']

async function visit(page, path) {
  await page.goto(address + path)
  await page.locator('main[data-ready]').waitFor()
  await page.waitForLoadState('networkidle')
}

async function shoot() {
  mkdirSync(folder, { recursive: true })
  const browser = await chromium.launch({ executablePath: await requireChromium(), args: chromiumFlags })
  const save = (page, name) => page.screenshot({ path: join(folder, `${name}.png`) })
  const enter = async (email) => {
    const context = await browser.newContext({ viewport: wide, reducedMotion: 'reduce', baseURL: address })
    const page = await context.newPage()
    await page.goto('/sign-in')
    if (email === 'owner@acme.example') await save(page, 'sign-in')
    await page.getByLabel('E-mail').fill(email)
    await page.getByLabel('Password', { exact: true }).fill('orderdesk-demo')
    await page.keyboard.press('Enter')
    await page.waitForURL((url) => url.pathname !== '/sign-in' && url.pathname !== '/')
    return page
  }
  const walk = async (page, pages) => {
    for (const { name, path } of pages) {
      await visit(page, path)
      await save(page, name)
      if (dark.includes(name)) {
        await page.emulateMedia({ colorScheme: 'dark' })
        await save(page, `${name}-dark`)
        await page.emulateMedia({ colorScheme: 'light' })
      }
      if (onPhones.includes(name)) {
        await page.setViewportSize(narrow)
        await save(page, `${name}-narrow`)
        await page.setViewportSize(wide)
      }
    }
  }
  try {
    const owner = await enter('owner@acme.example')
    const pages = await organizationPages(owner.request)
    await walk(owner, pages)
    await visit(owner, pages.find(({ name }) => name === 'orders').path)
    await owner.keyboard.press('Control+k')
    await owner.getByRole('combobox').waitFor()
    await save(owner, 'palette')
    await owner.goto('/docs')
    await owner.waitForTimeout(3000)
    await save(owner, 'docs')
    const admin = await enter('admin@orderdesk.example')
    await walk(admin, systemPages)
  } finally {
    await browser.close()
  }
}

await shoot().catch(fail)
