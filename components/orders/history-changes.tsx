'use client'

import { useMessages } from '@/lib/client/messages/use-messages'
import type { HistoryEntry } from '@/lib/client/orders'
import css from './order-history.module.css'
import { useFieldText } from './use-field-text'

/** Set together with an axis, whose own line tells it already; the entry's time is theirs. */
const implied = new Set([
  'lastStatusChangeAt',
  'placement',
  'placedAt',
  'paidAt',
  'deliveredAt',
  'completedAt',
  'canceledAt',
  'closedAt',
])

type Difference = { name: string; before: unknown; after: unknown }

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** One difference for each field; custom fields one for each key that differs. */
function differencesOf(fields: HistoryEntry['fields']): Difference[] {
  return Object.entries(fields)
    .filter(([name]) => !implied.has(name))
    .flatMap(([name, [before, after]]) => {
      if (name !== 'customFields' || !isObject(before) || !isObject(after)) return [{ name, before, after }]
      const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])]
      return keys
        .filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
        .map((key) => ({ name: `customFields.${key}`, before: before[key], after: after[key] }))
    })
}

const isLarge = (value: unknown) => typeof value === 'object' && value !== null && JSON.stringify(value).length > 60

/** What an act changed: short values side by side, whole records behind a click. */
export function HistoryChanges({ fields, timeZone }: { fields: HistoryEntry['fields']; timeZone: string }) {
  const t = useMessages()
  const fieldText = useFieldText(timeZone)
  const differences = differencesOf(fields)
  if (differences.length === 0) return null
  const label = (name: string) => t.history.fields[name] ?? name.replace(/^customFields\./, '')
  return (
    <ul className={css.changes}>
      {differences.map(({ name, before, after }) => (
        <li key={name}>
          {isLarge(before) || isLarge(after) ? (
            <details className={css.record}>
              <summary>
                <span className={css.field}>{label(name)}</span> {t.history.fieldChanged}
              </summary>
              <pre>{JSON.stringify(after, null, 2)}</pre>
            </details>
          ) : (
            <>
              <span className={css.field}>{label(name)}</span>{' '}
              <span className={css.before}>{fieldText(name, before)}</span>
              <span aria-hidden="true"> → </span>
              <span className={css.after}>{fieldText(name, after)}</span>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
