import { defineConfig } from '@playwright/test'
import { freePort } from './scripts/lib/address.mjs'
import { chromiumFlags, requireChromium } from './scripts/lib/chromium.mjs'

// Every worker reads this file again; the first reading decides for all of them.
process.env.E2E_PORT ??= String(await freePort())
process.env.PLAYWRIGHT_CHROMIUM_PATH ??= await requireChromium()
const address = `http://127.0.0.1:${process.env.E2E_PORT}`

export default defineConfig({
  testDir: 'e2e',
  testMatch: '**/*.spec.ts',
  outputDir: 'test-results',
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  use: {
    baseURL: address,
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    locale: 'en-US',
    timezoneId: 'Asia/Tokyo',
    launchOptions: {
      executablePath: process.env.PLAYWRIGHT_CHROMIUM_PATH,
      // No page may need anything but our own server.
      args: [...chromiumFlags, '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
    },
  },
  webServer: {
    command: 'exec node scripts/serve-e2e.mjs',
    url: `${address}/api/health/live`,
    env: { PORT: process.env.E2E_PORT },
    timeout: 180_000,
    stdout: 'ignore',
    stderr: 'pipe',
    gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
  },
})
