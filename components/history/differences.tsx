'use client'

import { type ReactNode, useState } from 'react'
import { type Difference, differencesOf } from '@/lib/client/history'
import { useHistoryMessages } from '@/lib/client/messages/areas/history'
import { useMessages } from '@/lib/client/messages/use-messages'
import type { HistoryEntry } from '@/lib/client/orders'
import css from './history.module.css'
import { isReference, ReferenceName } from './reference-name'
import { type ChangeContext, useChangeWords } from './use-change-words'

const longText = 90
const isLong = (value: unknown) => typeof value === 'string' && (value.length > longText || value.includes('\n'))
const isUnset = (value: unknown) => value === null || value === undefined || value === ''
const lastOf = (path: string) => path.split('.').at(-1) ?? path

function Line({ difference, context }: { difference: Difference; context: ChangeContext }) {
  const t = useMessages()
  const m = useHistoryMessages()
  const words = useChangeWords()
  const { path, kind, before, after, member } = difference
  const [head] = path.split('.')
  const value = (given: unknown): ReactNode =>
    isReference(lastOf(path)) && typeof given === 'string' && given !== '' ? (
      <ReferenceName entity={context.entity} field={lastOf(path)} id={given} />
    ) : (
      words.value(path, given, context)
    )
  const memberName: ReactNode =
    member && typeof member.attributeId === 'string' ? (
      <ReferenceName entity={context.entity} field="attributeId" id={member.attributeId} />
    ) : (
      words.member(difference, context)
    )
  const label = member ? (
    <>
      {memberName}
      {path.includes('.') && kind === 'value' && path !== 'contest.items' && `, ${words.field(path)}`}
    </>
  ) : path.includes('.') && head !== 'customFields' ? (
    `${words.field(head!)}, ${words.field(path)}`
  ) : head === 'customFields' && path !== head ? (
    path.slice('customFields.'.length)
  ) : (
    words.field(path)
  )
  const name = <span className={css.field}>{label}</span>

  if (path === 'contest.items' && kind === 'added' && member) {
    const { originalQuantity, contestedQuantity } = member
    return (
      <>
        {name} <span className={css.before}>{value(originalQuantity)}</span>
        <span aria-hidden="true"> → </span>
        <span className={css.after}>{value(contestedQuantity)}</span>
      </>
    )
  }
  if (kind === 'added' || kind === 'removed') {
    return (
      <>
        <span className={css.field}>{words.field(path)}</span>{' '}
        <span className={kind === 'added' ? css.after : css.before}>
          {memberName}
          {words.extent(difference, context)}
        </span>{' '}
        <span className={css.field}>{kind === 'added' ? m.added : m.removed}</span>
      </>
    )
  }
  if (kind === 'order') {
    return (
      <>
        {name} <span className={css.field}>{m.reordered}</span>
      </>
    )
  }
  if (kind === 'members') {
    const each = (list: unknown, mark: string, className: string | undefined) =>
      (list as unknown[]).map((given, i) => (
        <span key={`${mark}${i}`} className={className}>
          {i > 0 && ', '}
          {mark}
          {value(given)}
        </span>
      ))
    return (
      <>
        {name} {each(before, '−', css.before)}
        {(before as unknown[]).length > 0 && (after as unknown[]).length > 0 && ' '}
        {each(after, '+', css.after)}
      </>
    )
  }
  if (isLong(before) || isLong(after)) {
    return (
      <details className={css.long}>
        <summary>
          {name} <span className={css.field}>{m.changed}</span>
        </summary>
        <dl>
          <dt>{m.before}</dt>
          <dd>{value(before)}</dd>
          <dt>{m.after}</dt>
          <dd>{value(after)}</dd>
        </dl>
      </details>
    )
  }
  return (
    <>
      {name}{' '}
      {!isUnset(before) && (
        <>
          <span className={css.before}>{value(before)}</span>
          <span aria-hidden="true"> → </span>
        </>
      )}
      <span className={css.after}>{isUnset(after) ? t.app.notSet : value(after)}</span>
    </>
  )
}

type Props = {
  fields: HistoryEntry['fields']
  context: ChangeContext
  /** How many are shown before one asks for more. */
  most?: number
}

/** What an act changed, in words and formatted values: what it was, what it became. */
export function Differences({ fields, context, most = 6 }: Props) {
  const m = useHistoryMessages()
  const [all, setAll] = useState(false)
  const differences = differencesOf(fields)
  if (differences.length === 0) return null
  // One more line takes no more room than the words that hide it.
  const cut = !all && differences.length > most + 1
  return (
    <ul className={css.changes}>
      {(cut ? differences.slice(0, most) : differences).map((difference, i) => (
        <li key={`${difference.path} ${i}`}>
          <Line difference={difference} context={context} />
        </li>
      ))}
      {(cut || all) && (
        <li>
          <button type="button" className="od-link" aria-expanded={all} onClick={() => setAll(!all)}>
            {all ? m.fewer : m.more({ count: differences.length - most })}
          </button>
        </li>
      )}
    </ul>
  )
}
