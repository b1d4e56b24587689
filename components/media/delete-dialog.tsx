'use client'

import { Button, Checkbox, Modal } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import { explain } from '@/components/ui/failure'
import layout from '@/components/ui/form.module.css'
import { type Attachment, attachmentUsageQuery, deleteAttachment } from '@/lib/client/attachments'
import { useMediaMessages } from '@/lib/client/messages/areas/media'
import { useMessages } from '@/lib/client/messages/use-messages'
import { showToast } from '@/lib/client/toasts'
import css from './delete-dialog.module.css'
import { Thumb } from './thumb'
import thumb from './thumb.module.css'
import { useNameOf } from './use-name-of'

type Props = {
  orgId: string
  files: readonly Attachment[]
  onDeleted: (ids: string[]) => void
  onClose: () => void
}

type Failed = { file: Attachment; why: string }

const shownThumbs = 8

/**
 * Asks before files are deleted, says where they are used, deletes them one by one, and says of each that could not be
 * deleted why. What failed stays selected in the list.
 */
export function DeleteDialog({ orgId, files, onDeleted, onClose }: Props) {
  const t = useMessages()
  const m = useMediaMessages()
  const nameOf = useNameOf()
  const queryClient = useQueryClient()
  const [waiting, setWaiting] = useState(files)
  const [removes, setRemoves] = useState(false)
  const [done, setDone] = useState<number>()
  const [failed, setFailed] = useState<Failed[]>([])
  const stopped = useRef(false)
  const single = waiting.length === 1 ? waiting[0] : undefined
  const usage = useQuery({
    ...attachmentUsageQuery(orgId, single?.id ?? ''),
    enabled: single !== undefined && single.usageCount > 0,
  })
  const used = waiting.filter(({ usageCount }) => usageCount > 0)
  const products = new Set(usage.data?.value.map(({ productId }) => productId))
  const targets = removes ? waiting : waiting.filter(({ usageCount }) => usageCount === 0)
  const busy = done !== undefined

  const run = async () => {
    stopped.current = false
    setFailed([])
    setDone(0)
    const gone: string[] = []
    const refused: Failed[] = []
    for (const file of targets) {
      if (stopped.current) break
      try {
        await deleteAttachment(orgId, file.id, { removeFromProducts: removes })
        gone.push(file.id)
      } catch (error) {
        refused.push({ file, why: explain(error, t) })
      }
      setDone(gone.length + refused.length)
    }
    onDeleted(gone)
    setDone(undefined)
    // What showed them has changed as well.
    void queryClient.invalidateQueries()
    if (gone.length > 0) showToast({ kind: 'done', title: m.deleted({ count: gone.length }) })
    if (refused.length === 0) return onClose()
    setFailed(refused)
    setWaiting(refused.map(({ file }) => file))
  }

  return (
    <Modal
      opened
      onClose={() => {
        stopped.current = true
        onClose()
      }}
      title={m.deleteTitle({ count: waiting.length })}
      size={480}
      closeButtonProps={{ 'aria-label': t.app.close }}
    >
      <form
        className={layout.stack}
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          if (!busy && targets.length > 0) void run()
        }}
      >
        <ul className={css.thumbs}>
          {waiting.slice(0, shownThumbs).map((file) => (
            <li key={file.id} className={thumb.frame} title={nameOf(file)}>
              <Thumb file={file} width={96} />
            </li>
          ))}
          {waiting.length > shownThumbs && (
            <li className={`${thumb.frame} od-number`}>+{waiting.length - shownThumbs}</li>
          )}
        </ul>
        {single && <p className={css.name}>{nameOf(single)}</p>}
        <p>{m.deleteText}</p>
        {used.length > 0 && (
          <div className={css.used}>
            <p>
              {m.deleteUsed({ count: waiting.length, used: single ? single.usageCount : used.length })}
              {single && products.size > 0 && (
                <span className={css.where}>
                  {' '}
                  {usage.data?.value
                    .filter((use, i, all) => all.findIndex(({ productId }) => productId === use.productId) === i)
                    .slice(0, 3)
                    .map(({ productName }) => productName)
                    .join(', ')}
                  {products.size > 3 && '…'}
                </span>
              )}
            </p>
            <Checkbox
              checked={removes}
              disabled={busy}
              onChange={(event) => setRemoves(event.currentTarget.checked)}
              label={single ? m.removeFrom({ count: products.size || single.usageCount }) : m.removeFromAll}
            />
            {!removes && <p className="od-muted">{single ? m.mustRemove : m.usedStay}</p>}
          </div>
        )}
        {failed.length > 0 && (
          <div role="alert" className={css.failed}>
            <p>
              <IconAlertTriangle size={16} aria-hidden /> {m.notDeleted({ count: failed.length })}
            </p>
            <ul>
              {failed.map(({ file, why }) => (
                <li key={file.id}>
                  <b>{nameOf(file)}</b> {why}
                </li>
              ))}
            </ul>
          </div>
        )}
        <div className={css.foot}>
          <span role="status" className="od-muted od-number">
            {busy && targets.length > 1 ? m.deleting({ done, all: targets.length }) : ''}
          </span>
          {busy && targets.length > 1 ? (
            <Button
              variant="default"
              onClick={() => {
                stopped.current = true
              }}
            >
              {m.stop}
            </Button>
          ) : (
            <Button variant="default" onClick={onClose}>
              {t.app.cancel}
            </Button>
          )}
          <Button type="submit" color="red" loading={busy} disabled={targets.length === 0}>
            {failed.length > 0 ? t.app.retry : m.deleteFiles({ count: Math.max(1, targets.length) })}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
