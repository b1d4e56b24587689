'use client'

import { ActionIcon, useComputedColorScheme, useMantineColorScheme } from '@mantine/core'
import { IconMoon, IconSun } from '@tabler/icons-react'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { Mark } from '@/components/ui/mark'
import { useMounted } from '@/lib/client/use-mounted'

const pages = [
  { href: '/docs', label: 'API reference' },
  { href: '/docs/query-language', label: 'Query language' },
]

/** Where one is in the documentation, and light or dark. */
export function DocsHeader() {
  const path = usePathname()
  const mounted = useMounted()
  const { setColorScheme } = useMantineColorScheme()
  const scheme = useComputedColorScheme('light')
  const other = scheme === 'dark' ? 'light' : 'dark'
  return (
    <header className="docs-bar">
      <Link href="/" prefetch={false} className="brand" aria-label="Orderdesk: to the application">
        <Mark size={22} />
        <span>Orderdesk</span>
      </Link>
      <nav aria-label="Documentation">
        {pages.map(({ href, label }) => (
          <Link key={href} href={href} prefetch={false} aria-current={path === href ? 'page' : undefined}>
            {label}
          </Link>
        ))}
      </nav>
      <ActionIcon aria-label={`Switch to ${mounted ? other : 'another'} colours`} onClick={() => setColorScheme(other)}>
        {mounted && scheme === 'dark' ? <IconSun size={18} /> : <IconMoon size={18} />}
      </ActionIcon>
    </header>
  )
}
