import { defineConfig } from '@playwright/test'
import { freePort } from './scripts/lib/address.mjs'
import { chromiumFlags, requireChromium } from './scripts/lib/chromium.mjs'

// A server that runs already, such as `npm run dev`'s: one journey is tried out without building. Else the journeys
// start the production build for themselves. Every worker reads this file again; the first decides for all of them.
const running = process.env.E2E_BASE_URL
if (!running) process.env.E2E_PORT ??= String(await freePort())
process.env.PLAYWRIGHT_CHROMIUM_PATH ??= await requireChromium()
const address = running ?? `http://127.0.0.1:${process.env.E2E_PORT}`

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
    // Recording slows every journey down: ask for it with `--trace retain-on-failure`.
    trace: 'off',
    screenshot: 'only-on-failure',
    locale: 'en-US',
    timezoneId: 'Asia/Tokyo',
    launchOptions: {
      executablePath: process.env.PLAYWRIGHT_CHROMIUM_PATH,
      // No page may need anything but our own server.
      args: [...chromiumFlags, `--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE ${new URL(address).hostname}`],
    },
  },
  webServer: running
    ? undefined
    : {
        command: 'exec node scripts/serve-e2e.mjs',
        url: `${address}/api/health/live`,
        env: { PORT: process.env.E2E_PORT ?? '' },
        timeout: 180_000,
        stdout: 'ignore',
        stderr: 'pipe',
        gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
      },
})
