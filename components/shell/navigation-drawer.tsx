'use client'

import { Drawer } from '@mantine/core'
import { useMessages } from '@/lib/client/messages/use-messages'
import { Navigation } from './navigation'

type Props = { onClose: () => void; onHelp: () => void; onFind: () => void }

/** The navigation on narrow screens. */
export function NavigationDrawer({ onClose, onHelp, onFind }: Props) {
  const t = useMessages()
  return (
    <Drawer.Root opened onClose={onClose} size={280}>
      <Drawer.Overlay />
      <Drawer.Content aria-label={t.shell.navigation}>
        <Drawer.Body p={0} h="100%">
          <Navigation inDrawer onHelp={onHelp} onFind={onFind} onLeave={onClose} />
        </Drawer.Body>
      </Drawer.Content>
    </Drawer.Root>
  )
}
