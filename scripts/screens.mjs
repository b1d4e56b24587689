// `npm run screens [-- http://localhost:3000]`: pictures of the screens of a running demo, into docs/screens.
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { chromiumFlags, requireChromium } from './lib/chromium.mjs'
import { fail, root } from './lib/project.mjs'

const address = process.argv[2] ?? 'http://localhost:3000'
const folder = join(root, 'docs', 'screens')

async function shoot() {
  mkdirSync(folder, { recursive: true })
  const browser = await chromium.launch({ executablePath: await requireChromium(), args: chromiumFlags })
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' })
    const picture = async (name, colorScheme = 'light') => {
      await page.emulateMedia({ colorScheme })
      await page.waitForLoadState('networkidle')
      await page.screenshot({ path: join(folder, `${name}.png`) })
    }
    await page.goto(`${address}/sign-in`)
    await picture('sign-in')
    await page.getByLabel('E-mail').fill('owner@acme.example')
    await page.getByLabel('Password', { exact: true }).fill('orderdesk-demo')
    await page.keyboard.press('Enter')
    await page.waitForURL(/\/orders/)
    await page.locator('tbody a').first().waitFor()
    await picture('orders')
    await picture('orders-dark', 'dark')
    await page.locator('tbody a').first().click()
    await page.waitForURL(/\/orders\/[0-9a-z]{24}/)
    await page.getByRole('heading', { name: 'History' }).waitFor()
    await picture('order')
    await picture('order-dark', 'dark')
    await page.setViewportSize({ width: 390, height: 844 })
    await picture('order-narrow')
    await page.goto(`${address}/docs`)
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.waitForTimeout(3000)
    await picture('docs')
  } finally {
    await browser.close()
  }
}

await shoot().catch(fail)
