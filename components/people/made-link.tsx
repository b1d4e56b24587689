import { Button } from '@mantine/core'
import layout from '@/components/ui/form.module.css'
import { usePeopleMessages } from '@/lib/client/messages/areas/people'
import { ShownOnce } from './shown-once'

/** A link that was made, this once: for a dialog. */
export function MadeLink({ text, url, onClose }: { text: string; url: string; onClose: () => void }) {
  const m = usePeopleMessages()
  return (
    <div className={layout.stack}>
      <p className="od-muted">{text}</p>
      <ShownOnce label={m.link} value={url} />
      <div className={layout.foot}>
        <Button onClick={onClose}>{m.done}</Button>
      </div>
    </div>
  )
}
