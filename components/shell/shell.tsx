'use client'

import { ActionIcon } from '@mantine/core'
import { IconMenu2 } from '@tabler/icons-react'
import dynamic from 'next/dynamic'
import { type ReactNode, useState } from 'react'
import { UploadQueue } from '@/components/media/upload-queue'
import { useSignInAgain } from '@/lib/client/editing/sign-in-again'
import { useGo, useWaitingLeave } from '@/lib/client/editing/use-unsaved'
import { useMessages } from '@/lib/client/messages/use-messages'
import { type Shortcut, useShortcuts } from '@/lib/client/shortcuts'
import { undoLatest } from '@/lib/client/toasts'
import { useMounted } from '@/lib/client/use-mounted'
import { useCurrentOrganization } from './current-organization'
import { Navigation } from './navigation'
import { usePaletteKey } from './palette-key'
import { usePlaces } from './places'
import css from './shell.module.css'
import { usePreferences } from './use-preferences'

const ShortcutSheet = dynamic(() => import('./shortcut-sheet').then((module) => module.ShortcutSheet), { ssr: false })
const NavigationDrawer = dynamic(() => import('./navigation-drawer').then((module) => module.NavigationDrawer), {
  ssr: false,
})

const Palette = dynamic(() => import('@/components/palette/palette').then((module) => module.Palette), { ssr: false })
const LeaveDialog = dynamic(() => import('./leave-dialog').then((module) => module.LeaveDialog), { ssr: false })
const SignInAgain = dynamic(() => import('./sign-in-again').then((module) => module.SignInAgain), { ssr: false })

/** The frame of every page: navigation at the side, or behind a button where it is narrow. */
export function Shell({ children }: { children: ReactNode }) {
  const t = useMessages()
  const go = useGo()
  const { me, organization } = useCurrentOrganization()
  const places = usePlaces()
  usePreferences(me)
  const ready = useMounted()
  const [help, setHelp] = useState(false)
  const [drawer, setDrawer] = useState(false)
  const [palette, setPalette] = useState(false)
  const isLeaving = useWaitingLeave() !== undefined
  const isSignedOut = useSignInAgain()
  usePaletteKey(() => setPalette(true))
  useShortcuts([
    { keys: ['?'], group: 'general', label: t.shortcuts.help, run: () => setHelp(true) },
    ...places.flatMap(({ key, label, href }): Shortcut[] =>
      key
        ? [{ keys: ['g', key], group: 'general', label: t.shortcuts.goTo({ place: label }), run: () => go(href) }]
        : [],
    ),
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
      <Navigation onHelp={showHelp} onFind={() => setPalette(true)} />
      <header className={css.top}>
        <ActionIcon
          size={40}
          aria-label={t.shell.openNavigation}
          aria-expanded={drawer}
          onClick={() => setDrawer(true)}
        >
          <IconMenu2 size={20} />
        </ActionIcon>
        <span className={`od-cut ${css.topName}`}>{organization?.name ?? t.app.name}</span>
      </header>
      <main id="content" className={css.main} tabIndex={-1} data-ready={ready || undefined}>
        {children}
      </main>
      {drawer && (
        <NavigationDrawer
          onClose={() => setDrawer(false)}
          onHelp={showHelp}
          onFind={() => {
            setDrawer(false)
            setPalette(true)
          }}
        />
      )}
      {help && <ShortcutSheet onClose={() => setHelp(false)} />}
      {palette && <Palette onClose={() => setPalette(false)} />}
      <UploadQueue />
      {isLeaving && <LeaveDialog />}
      {isSignedOut && <SignInAgain />}
    </div>
  )
}
