import { NextRequest } from 'next/server'
import { afterEach, beforeAll, expect, test, vi } from 'vitest'
import { settingsProblems } from '@/lib/config'
import { call } from '@/lib/testing/call'
import { testDatabase } from '@/lib/testing/database'
import { proxy } from '@/proxy'
import { ensureFirstAdmin } from './first-admin'

beforeAll(async () => {
  await testDatabase()
})
afterEach(() => vi.unstubAllEnvs())

const set = (values: Record<string, string>) => {
  for (const [name, value] of Object.entries(values)) vi.stubEnv(name, value)
}

test('a new installation without a first admin lets nobody in and says so; with one, exactly one is made', async () => {
  expect(await ensureFirstAdmin()).toMatch(/^Nobody can sign in yet\. Set ADMIN_EMAIL/)
  set({ ADMIN_EMAIL: 'Root@Example.com', ADMIN_PASSWORD: 'a long secret' })
  await Promise.all([ensureFirstAdmin(), ensureFirstAdmin()])
  const body = { email: 'root@example.com', password: 'a long secret' }
  const { body: tokens } = await call('POST', '/api/auth/login', { body })
  expect((await call('GET', '/api/me', { as: tokens.accessToken })).body.isSystemAdmin).toBe(true)

  set({ ADMIN_EMAIL: 'second@example.com' })
  expect(await ensureFirstAdmin()).toBeUndefined()
  expect((await call('POST', '/api/auth/login', { body: { ...body, email: 'second@example.com' } })).status).toBe(401)
})

test.each([
  [{ PUBLIC_URL: 'shop.example' }, /^PUBLIC_URL must be an address/],
  [{ PUBLIC_URL: 'https://shop.example/admin' }, /^PUBLIC_URL must be an address without a path/],
  [{ PUBLIC_URL: 'https://shop.example', NODE_ENV: 'production', AUTH_SECRET: '' }, /^AUTH_SECRET is required/],
  [{ AUTH_SECRET: 'short' }, /^AUTH_SECRET must have at least 16/],
  [{ ADMIN_EMAIL: 'root@example.com' }, /^ADMIN_EMAIL and ADMIN_PASSWORD belong together/],
  [{ ADMIN_EMAIL: 'root@example.com', ADMIN_PASSWORD: 'short' }, /^ADMIN_PASSWORD must have at least 8/],
])('settings that cannot work are named: %j', (values, expected) => {
  set(values)
  expect(settingsProblems()).toEqual([expect.stringMatching(expected)])
})

test('a local address in production needs no secret of its own', () => {
  set({ PUBLIC_URL: 'http://localhost:3000', NODE_ENV: 'production', AUTH_SECRET: '' })
  expect(settingsProblems()).toEqual([])
})

test('every page has a fresh nonce, no inline scripts, and cannot be framed', () => {
  const headers = () => proxy(new NextRequest('http://localhost:3000/sign-in')).headers
  const policy = headers().get('content-security-policy')!
  const scripts = policy.split('; ').find((part) => part.startsWith('script-src'))!
  expect(scripts).toMatch(/'nonce-[A-Za-z0-9+/]{22}=='/)
  expect(scripts).not.toMatch(/unsafe/)
  expect(policy).toContain("frame-ancestors 'none'")
  expect(policy).not.toBe(headers().get('content-security-policy'))
  expect(headers().get('x-content-type-options')).toBe('nosniff')
  expect(headers().get('referrer-policy')).toBe('strict-origin-when-cross-origin')
  expect(headers().get('strict-transport-security')).toBeNull()
  set({ PUBLIC_URL: 'https://shop.example' })
  expect(headers().get('strict-transport-security')).toMatch(/max-age=31536000/)
})
