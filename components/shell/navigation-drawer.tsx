'use client'

import { Drawer } from '@mantine/core'
import { useMessages } from '@/lib/client/messages/use-messages'
import { Navigation } from './navigation'

/** The navigation on narrow screens. */
export function NavigationDrawer({ onClose, onHelp }: { onClose: () => void; onHelp: () => void }) {
  const t = useMessages()
  return (
    <Drawer.Root opened onClose={onClose} size={280}>
      <Drawer.Overlay />
      <Drawer.Content aria-label={t.shell.navigation}>
        <Drawer.Body p={0} h="100%">
          <Navigation inDrawer onHelp={onHelp} onLeave={onClose} />
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  )
}
