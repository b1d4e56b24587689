import { Button, Modal } from '@mantine/core'
import { usePeopleMessages } from '@/lib/client/messages/areas/people'
import { useMessages } from '@/lib/client/messages/use-messages'
import css from './desk.module.css'
import { ShownOnce } from './shown-once'

type Props = { title: string; text: string; url: string; onClose: () => void }

/** A link that was made, this once. */
export function LinkDialog({ title, text, url, onClose }: Props) {
  const t = useMessages()
  const m = usePeopleMessages()
  return (
    <Modal opened onClose={onClose} title={title} size={480} closeButtonProps={{ 'aria-label': t.app.close }}>
      <div className={css.dialog}>
        <p className={css.small}>{text}</p>
        <ShownOnce label={m.link} value={url} />
        <div className={css.dialogFoot}>
          <Button onClick={onClose}>{m.done}</Button>
        </div>
      </div>
    </Modal>
  )
}
