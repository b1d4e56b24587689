import { Modal } from '@mantine/core'
import { useMessages } from '@/lib/client/messages/use-messages'
import { MadeLink } from './made-link'

type Props = { title: string; text: string; url: string; onClose: () => void }

/** Shows a link that was made without asking for anything. */
export function LinkDialog({ title, onClose, ...link }: Props) {
  const t = useMessages()
  return (
    <Modal opened onClose={onClose} title={title} size={480} closeButtonProps={{ 'aria-label': t.app.close }}>
      <MadeLink {...link} onClose={onClose} />
    </Modal>
  )
}
