'use client'

import { IconLock, IconZoomExclamation } from '@tabler/icons-react'
import { useQueries } from '@tanstack/react-query'
import { MessagePage } from '@/components/ui/message-page'
import { ShallowLink } from '@/components/ui/shallow-link'
import { formatNumber } from '@/lib/client/format'
import type { ListState } from '@/lib/client/list-state'
import type { ListUrl } from '@/lib/client/list-url'
import { listQuery } from '@/lib/client/lists'
import { useListMessages } from '@/lib/client/messages/areas/list'
import { useLanguage } from '@/lib/client/messages/use-messages'
import type { Condition } from './conditions'

type Props = {
  list: ListUrl
  title: string
  conditions: readonly Condition[]
  /** The API's query for the list with such a change; one row is enough, only the total is read. */
  queryOf: (patch: Partial<ListState>) => string
  path: string
  queryKey: readonly unknown[]
}

/** Nothing fits: each condition with what there would be without it. */
export function NoMatch({ list, title, conditions, queryOf, path, queryKey }: Props) {
  const { locale, messages: t } = useLanguage()
  const m = useListMessages()
  const results = useQueries({
    queries: conditions.map(({ without }) => ({
      ...listQuery<unknown>(path, queryOf({ ...without, size: 1 }), queryKey),
      placeholderData: undefined,
    })),
  })
  return (
    <MessagePage icon={<IconZoomExclamation size={32} stroke={1.5} />} title={title} text={t.empty.noMatchText}>
      <ul style={{ display: 'flex', flexDirection: 'column', alignItems: 'flex-start', gap: 6 }}>
        {conditions.map(({ key, text, without }, i) => {
          const total = results[i]?.data?.total
          return (
            <li key={key}>
              <ShallowLink className="od-link" href={list.href(without)}>
                {t.list.remove({ what: text })}
              </ShallowLink>
              {total !== undefined && (
                <span style={{ color: 'var(--od-dim)', fontSize: 13 }}>
                  {' '}
                  → {m.found({ total: formatNumber(locale, total), count: total })}
                </span>
              )}
            </li>
          )
        })}
        {conditions.length > 1 && (
          <li>
            <ShallowLink className="od-link" href={list.href({ view: '', q: '', filter: '' })}>
              {t.list.clearAll}
            </ShallowLink>
          </li>
        )}
      </ul>
    </MessagePage>
  )
}

/** A reader whose role does not reach: says so, and who may. */
export function NoPermission({ title, text }: { title?: string; text?: string }) {
  const m = useListMessages()
  return (
    <MessagePage
      icon={<IconLock size={32} stroke={1.5} />}
      title={title ?? m.forbidden}
      text={text ?? m.forbiddenText}
    />
  )
}
