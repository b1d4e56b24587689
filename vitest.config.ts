import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

// What these find is the same on every engine; running them once is enough.
const anyEngine = ['lib/architecture.test.ts', 'lib/regex-safety.test.ts']

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)).replace(/\/$/, '') } },
  test: {
    include: ['**/*.test.ts'],
    exclude: ['node_modules', '.next', 'data', 'e2e', ...(process.env.TEST_ENGINE === 'postgres' ? anyEngine : [])],
    // One engine for a whole run, chosen by TEST_ENGINE=postgres; the file is the default.
    globalSetup: ['lib/testing/global-setup.ts'],
    setupFiles: ['lib/testing/setup.ts'],
    pool: 'forks',
    maxWorkers: '100%',
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
