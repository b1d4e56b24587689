import { spawnSync } from 'node:child_process'
import { existsSync, rmSync, writeFileSync } from 'node:fs'

const policy = '/usr/sbin/policy-rc.d'

/** Whether this account may install Debian packages. */
export const mayInstallPackages = () => process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')

/** Installs a Debian package without starting the services it brings. Answers whether that worked. */
export function installPackage(name) {
  const apt = (...args) =>
    spawnSync('apt-get', args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    }).status === 0
  const ours = !existsSync(policy)
  // 101 is "forbidden": Debian asks this file before it starts a service.
  if (ours) writeFileSync(policy, '#!/bin/sh\nexit 101\n', { mode: 0o755 })
  try {
    return apt('update', '-qq') && apt('install', '-y', '-qq', '--no-install-recommends', name)
  } finally {
    if (ours) rmSync(policy, { force: true })
  }
}
