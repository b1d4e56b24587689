'use client'

import { Button, Checkbox, Modal } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconCircleMinus, IconClockExclamation } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import { DialogForm } from '@/components/ui/dialog-form'
import { explain } from '@/components/ui/failure'
import layout from '@/components/ui/form.module.css'
import { Notice } from '@/components/ui/notice'
import { useFocusBack } from '@/components/ui/use-focus-back'
import {
  type BulkMove,
  type BulkOutcome,
  type BulkRow,
  type BulkTarget,
  foreseeBulk,
  groupRows,
  isCountChanged,
  runBulk,
} from '@/lib/client/bulk'
import { formatNumber } from '@/lib/client/format'
import { useBulkMessages } from '@/lib/client/messages/areas/bulk'
import { useLanguage } from '@/lib/client/messages/use-messages'
import type { OrderStatus } from '@/lib/resources/order'
import css from './bulk-dialog.module.css'
import { useCancelFields } from './cancel-fields'
import { useRowReason } from './use-row-reason'

const namedAtMost = 3

type Props = {
  orgId: string
  status: OrderStatus
  target: BulkTarget
  count: number
  timeZone: string
  onClose: () => void
  /** Every order that was asked for, also those that were not tried. */
  onDone: (outcome: BulkOutcome) => void
}

/** What will happen to many orders, before it happens; then how far it has come. */
export function BulkDialog({ orgId, status, target, count, timeZone, onClose, onDone }: Props) {
  const { locale, messages: t } = useLanguage()
  const m = useBulkMessages()
  const reasonOf = useRowReason(timeZone)
  useFocusBack()
  const asks = status === 'CANCELED'
  const [rows, setRows] = useState<BulkRow[]>()
  const [failure, setFailure] = useState<unknown>()
  const [withChanged, setWithChanged] = useState(false)
  const [queued, setQueued] = useState(false)
  const [progress, setProgress] = useState<number>()
  const cancel = useCancelFields()
  const [stopping, setStopping] = useState(false)
  const stop = useRef<AbortController>(undefined)
  const counted = (n: number) => ({ count: n, text: formatNumber(locale, n) })

  const groups = groupRows(rows ?? [])
  const moving = withChanged ? [...groups.moving, ...groups.changed] : groups.moving

  const run = async (found: readonly BulkRow[], all: readonly BulkRow[]) => {
    const controller = new AbortController()
    stop.current = controller
    setProgress(0)
    const { reason, note } = cancel.given
    const move: BulkMove = asks ? { status, cancelReason: reason, ...(note ? { note } : {}) } : { status }
    const done = await runBulk({ orgId, move, rows: found, onProgress: setProgress, signal: controller.signal })
    const tried = new Set(done.results.map(({ id }) => id))
    onDone({ ...done, results: [...done.results, ...all.filter(({ id }) => !tried.has(id))] })
  }
  const latest = useRef({ queued, run })
  useEffect(() => {
    latest.current = { queued, run }
  })
  // The target is what the dialog was opened with; asking again would ask about something else.
  const [asked] = useState({ orgId, status, target })
  useEffect(() => {
    const controller = new AbortController()
    foreseeBulk(asked.orgId, asked.status, asked.target, controller.signal).then(
      (found) => {
        if (controller.signal.aborted) return
        setRows(found)
        const { moving } = groupRows(found)
        if (latest.current.queued && moving.length > 0) void latest.current.run(moving, found)
      },
      (error) => {
        if (!controller.signal.aborted) setFailure(error)
      },
    )
    return () => controller.abort()
  }, [asked])

  const confirm = (form: HTMLFormElement) => {
    if (progress !== undefined || failure !== undefined) return
    if (asks && cancel.isIncomplete(form)) return
    if (!rows) setQueued(true)
    else if (moving.length > 0) void run(moving, rows)
  }
  const isRunning = progress !== undefined
  const nothing = rows !== undefined && moving.length === 0
  return (
    <Modal
      opened
      onClose={() => !isRunning && onClose()}
      title={m.title[status](counted(isRunning ? moving.length : count))}
      size={520}
      closeButtonProps={{ 'aria-label': t.app.close, disabled: isRunning }}
    >
      <DialogForm onSubmit={confirm}>
        {isRunning ? (
          <div className={css.running}>
            <progress className={css.progress} value={progress} max={moving.length} aria-label={m.result} />
            <span className="od-number" role="status">
              {m.running({ done: formatNumber(locale, progress), total: formatNumber(locale, moving.length) })}
            </span>
          </div>
        ) : failure !== undefined ? (
          <Notice kind="bad" title={m.failed}>
            {isCountChanged(failure) ? m.countChanged : explain(failure, t)}
          </Notice>
        ) : (
          <>
            <div className={css.groups} aria-live="polite" aria-busy={!rows}>
              {!rows && (
                <p className={css.checking}>
                  {m.checking(counted(count))} {queued && m.startsAfter}
                </p>
              )}
              {nothing && <p>{m.nothingMoves}</p>}
              <Group
                icon={<IconCircleCheck size={18} />}
                kind="good"
                rows={groups.moving}
                title={m.willMove(counted(groups.moving.length))}
              />
              <Group
                icon={<IconCircleMinus size={18} />}
                kind="plain"
                rows={groups.there}
                title={m.alreadyThere(counted(groups.there.length))}
              />
              <Group
                icon={<IconAlertTriangle size={18} />}
                kind="bad"
                rows={groups.refused}
                title={m.mayNot(counted(groups.refused.length))}
                details={<Reasons rows={groups.refused} reasonOf={reasonOf} orgId={orgId} />}
              />
              <Group
                icon={<IconClockExclamation size={18} />}
                kind="warn"
                rows={groups.changed}
                title={m.changed(counted(groups.changed.length))}
                details={
                  <>
                    <Reasons rows={groups.changed} reasonOf={reasonOf} orgId={orgId} />
                    <Checkbox
                      size="sm"
                      mt={6}
                      label={m.includeChanged}
                      checked={withChanged}
                      onChange={(event) => setWithChanged(event.currentTarget.checked)}
                    />
                  </>
                }
              />
            </div>
            {asks && !nothing && cancel.fields}
          </>
        )}
        <div className={layout.foot}>
          {isRunning ? (
            <Button
              variant="default"
              data-autofocus
              aria-disabled={stopping || undefined}
              onClick={() => {
                setStopping(true)
                stop.current?.abort()
              }}
            >
              {stopping ? m.stopping : m.stop}
            </Button>
          ) : (
            <>
              <Button variant="default" onClick={onClose}>
                {nothing || failure !== undefined ? t.app.close : t.app.cancel}
              </Button>
              {!nothing && failure === undefined && (
                <Button
                  type="submit"
                  color={asks ? 'red' : undefined}
                  data-autofocus={asks ? undefined : true}
                  title="Ctrl/⌘ Enter"
                >
                  {rows ? m.title[status](counted(moving.length)) : m.verbs[status]}
                </Button>
              )}
            </>
          )}
        </div>
      </DialogForm>
    </Modal>
  )
}

type GroupProps = {
  icon: ReactNode
  kind: 'good' | 'plain' | 'bad' | 'warn'
  rows: readonly BulkRow[]
  title: string
  details?: ReactNode
}

function Group({ icon, kind, rows, title, details }: GroupProps) {
  if (rows.length === 0) return null
  return (
    <section className={css.group} data-kind={kind}>
      <span className={css.icon} aria-hidden>
        {icon}
      </span>
      <div>
        <p className={css.groupTitle}>{title}</p>
        {details}
      </div>
    </section>
  )
}

type ReasonsProps = { rows: readonly BulkRow[]; reasonOf: (row: BulkRow) => string; orgId: string }

/** Why, and which: orders with the same reason together. */
export function Reasons({ rows, reasonOf, orgId }: ReasonsProps) {
  const { locale } = useLanguage()
  const m = useBulkMessages()
  const byReason = new Map<string, BulkRow[]>()
  for (const row of rows) byReason.set(reasonOf(row), [...(byReason.get(reasonOf(row)) ?? []), row])
  return (
    <ul className={css.why}>
      {[...byReason].map(([reason, alike]) => (
        <li key={reason}>
          {alike.slice(0, namedAtMost).map(({ id, number }, i) => (
            <span key={id}>
              {i > 0 && ', '}
              {number === null ? (
                id
              ) : (
                <a className="od-link" href={`/orgs/${orgId}/orders/${id}`} target="_blank" rel="noreferrer">
                  #{number}
                </a>
              )}
            </span>
          ))}
          {alike.length > namedAtMost && (
            <>
              {' '}
              {m.others({
                count: alike.length - namedAtMost,
                text: formatNumber(locale, alike.length - namedAtMost),
              })}
            </>
          )}
          : {reason}
        </li>
      ))}
    </ul>
  )
}
