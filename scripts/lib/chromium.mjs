import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { installPackage, mayInstallPackages } from './debian.mjs'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome']

/** What a Chromium needs to run as root, and to call nobody but the server under test. */
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

/** A Chromium to test with: the chosen one, Playwright's own, or an installed one; undefined where there is none. */
export async function findChromium() {
  if (process.env.PLAYWRIGHT_CHROMIUM_PATH) return process.env.PLAYWRIGHT_CHROMIUM_PATH
  const { chromium } = await import('@playwright/test')
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/Applications/Google Chrome.app/Contents/MacOS']
  const installed = folders.flatMap((folder) => [...names, 'Google Chrome'].map((name) => join(folder, name)))
  return [chromium.executablePath(), ...installed].find((path) => path && existsSync(path))
}

/** Finds a Chromium, and installs one where this account may. */
export async function requireChromium() {
  const found = await findChromium()
  if (found) return found
  if (mayInstallPackages() && installPackage('chromium')) return findChromium()
  throw new Error(
    'The browser tests need a Chromium: install one (npx playwright install chromium, or your system package), ' +
      'or set PLAYWRIGHT_CHROMIUM_PATH to its path.',
  )
}
