'use client'

import { ActionIcon } from '@mantine/core'
import { IconMenu2 } from '@tabler/icons-react'
import dynamic from 'next/dynamic'
import { useRouter } from 'next/navigation'
import { type ReactNode, useState } from 'react'
import { useMessages } from '@/lib/client/messages/use-messages'
import { useShortcuts } from '@/lib/client/shortcuts'
import { undoLatest } from '@/lib/client/toasts'
import { useMounted } from '@/lib/client/use-mounted'
import { useCurrentOrganization } from './current-organization'
import { Navigation } from './navigation'
import css from './shell.module.css'
import { usePreferences } from './use-preferences'

const ShortcutSheet = dynamic(() => import('./shortcut-sheet').then((module) => module.ShortcutSheet), { ssr: false })
const NavigationDrawer = dynamic(() => import('./navigation-drawer').then((module) => module.NavigationDrawer), {
  ssr: false,
})

/** The frame of every page: navigation at the side, or behind a button where it is narrow. */
export function Shell({ children }: { children: ReactNode }) {
  const t = useMessages()
  const router = useRouter()
  const { me, orgId, organization, hasOrganizations } = useCurrentOrganization()
  usePreferences(me)
  const ready = useMounted()
  const [help, setHelp] = useState(false)
  const [drawer, setDrawer] = useState(false)
  useShortcuts([
    { keys: ['?'], group: 'general', label: t.shortcuts.help, run: () => setHelp(true) },
    {
      keys: ['g', 'o'],
      group: 'general',
      label: t.shortcuts.goOrders,
      run: () => router.push(hasOrganizations && orgId ? `/orgs/${orgId}/orders` : '/my/orders'),
    },
    { keys: ['z'], group: 'general', label: t.shortcuts.undo, run: undoLatest },
    { keys: ['Z'], group: 'general', label: t.shortcuts.undo, run: undoLatest, hidden: true },
  ])
  const showHelp = () => {
    setDrawer(false)
    setHelp(true)
  }
  return (
    <div className={css.shell}>
      <a href="#content" className={css.skip}>
        {t.app.skip}
      </a>
      <Navigation onHelp={showHelp} />
      <header className={css.top}>
        <ActionIcon
          size={40}
          aria-label={t.shell.openNavigation}
          aria-expanded={drawer}
          onClick={() => setDrawer(true)}
        >
          <IconMenu2 size={20} />
        </ActionIcon>
        <span className={css.topName}>{organization?.name ?? t.app.name}</span>
      </header>
      <main id="content" className={css.main} tabIndex={-1} data-ready={ready || undefined}>
        {children}
      </main>
      {drawer && <NavigationDrawer onClose={() => setDrawer(false)} onHelp={showHelp} />}
      {help && <ShortcutSheet onClose={() => setHelp(false)} />}
    </div>
  )
}
