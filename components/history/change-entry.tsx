'use client'

import { ActionIcon } from '@mantine/core'
import {
  IconArrowBackUp,
  IconArrowsMove,
  IconBan,
  IconBraces,
  IconCircleCheck,
  IconCopy,
  IconCreditCard,
  IconCreditCardRefund,
  IconMessage,
  IconMessageExclamation,
  IconPackage,
  IconPencil,
  IconPlus,
  IconProgress,
  IconReceipt,
  IconStack2,
  IconThumbUp,
  IconTrash,
  IconTruck,
  IconTruckReturn,
} from '@tabler/icons-react'
import Link from 'next/link'
import { type ReactNode, useId, useState } from 'react'
import { Tag } from '@/components/ui/tag'
import { formatInstant, formatTime, zoneName } from '@/lib/client/format'
import { batchFilter } from '@/lib/client/history'
import { useHistoryMessages } from '@/lib/client/messages/areas/history'
import { useLanguage } from '@/lib/client/messages/use-messages'
import type { HistoryEntry } from '@/lib/client/orders'
import { Differences } from './differences'
import css from './history.module.css'
import { type ChangeContext, useChangeWords } from './use-change-words'

const icons: Record<string, typeof IconPencil> = {
  place: IconReceipt,
  accept: IconThumbUp,
  start: IconProgress,
  close: IconCircleCheck,
  cancel: IconBan,
  revert: IconArrowBackUp,
  restore: IconArrowBackUp,
  restoreVariants: IconArrowBackUp,
  note: IconMessage,
  pay: IconCreditCard,
  authorize: IconCreditCard,
  refund: IconCreditCardRefund,
  ship: IconTruck,
  deliver: IconPackage,
  return: IconTruckReturn,
  contest: IconMessageExclamation,
  review: IconMessageExclamation,
  create: IconPlus,
  add: IconPlus,
  addVariants: IconPlus,
  copy: IconCopy,
  move: IconArrowsMove,
  delete: IconTrash,
  remove: IconTrash,
  removeVariants: IconTrash,
  revoke: IconBan,
}

/** Where everything of a batch can be seen. */
export const batchHref = (orgId: string | null, batchId: string) =>
  `${orgId ? `/orgs/${orgId}` : '/admin'}/history?filter=${encodeURIComponent(batchFilter(batchId))}`

type Props = {
  entry: HistoryEntry
  /** Whose batches a link leads to; null for the system's. */
  orgId: string | null
  context: ChangeContext
  /** The act in the words of its place: “accepted the order”. */
  verb?: string
  /** What it happened to, where that is not what the whole timeline is about. */
  subject?: string
  /** Stands in the place of the differences, such as the words of a note. */
  children?: ReactNode
  /** Buttons at the right, such as Undo. */
  actions?: ReactNode
}

/** One line of a timeline: who did what and when, the differences below, the record itself on demand. */
export function ChangeEntry({ entry, orgId, context, verb, subject, children, actions }: Props) {
  const { locale } = useLanguage()
  const m = useHistoryMessages()
  const words = useChangeWords()
  const [json, setJson] = useState(false)
  const jsonId = useId()
  const Icon = icons[entry.operation] ?? IconPencil
  const { timeZone } = context
  const hasFields = Object.keys(entry.fields).length > 0
  const isDeletion = entry.version === 0
  return (
    <li className={css.entry}>
      <span className={css.icon} data-operation={entry.operation}>
        <Icon size={15} stroke={1.9} aria-hidden />
      </span>
      <div className={css.body}>
        <p>
          <strong className={css.actor}>{words.actor(entry)}</strong>
          {entry.actor.kind === 'apiKey' && <Tag>{m.apiKey}</Tag>}{' '}
          {verb ?? words.operation({ operation: entry.operation, entity: context.entity })}
          {subject && <span className={css.subject}>{subject}</span>}
          {entry.surface !== 'web' && entry.actor.kind !== 'system' && (
            <span className={css.surface}>{m.surfaces[entry.surface] ?? entry.surface}</span>
          )}
        </p>
        {children ??
          (isDeletion && hasFields ? (
            <details className={css.long}>
              <summary className={css.field}>{m.showRemoved}</summary>
              <Differences fields={entry.fields} context={context} most={30} />
            </details>
          ) : (
            <Differences fields={entry.fields} context={context} />
          ))}
        {entry.batchId && (
          <Link className={css.batch} href={batchHref(orgId, entry.batchId)} prefetch={false} title={m.showBatch}>
            <IconStack2 size={14} aria-hidden />
            {m.ofBatch}
          </Link>
        )}
        {json && (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: wide records scroll, and the keyboard must reach them.
          <pre id={jsonId} className={css.json} tabIndex={0}>
            {JSON.stringify(entry, null, 2)}
          </pre>
        )}
      </div>
      <span className={css.side}>
        {actions}
        <ActionIcon
          size={24}
          className={css.jsonButton}
          aria-expanded={json}
          aria-controls={json ? jsonId : undefined}
          aria-label={json ? m.hideJson : m.json}
          title={json ? m.hideJson : m.json}
          onClick={() => setJson(!json)}
        >
          <IconBraces size={14} />
        </ActionIcon>
        <time
          dateTime={entry.at}
          className="od-number"
          title={`${formatInstant(locale, timeZone, entry.at)} (${zoneName(locale, timeZone, entry.at)})`}
        >
          {formatTime(locale, timeZone, entry.at)}
        </time>
      </span>
    </li>
  )
}
