'use client'

import { ActionIcon } from '@mantine/core'
import { IconCopy, IconInbox, IconLock, IconZoomExclamation } from '@tabler/icons-react'
import { useQueries } from '@tanstack/react-query'
import { MessagePage } from '@/components/ui/message-page'
import { ShallowLink } from '@/components/ui/shallow-link'
import { copyText } from '@/lib/client/clipboard'
import { formatNumber } from '@/lib/client/format'
import { patchListState, toApiQuery } from '@/lib/client/list-state'
import type { ListUrl } from '@/lib/client/list-url'
import { useLanguage, useMessages } from '@/lib/client/messages/use-messages'
import { orderListQuery } from '@/lib/client/orders'
import { showToast } from '@/lib/client/toasts'
import { useMounted } from '@/lib/client/use-mounted'
import { conditionsOf } from './filter-chips'
import css from './order-list.module.css'
import { viewFilter } from './views'

const snippet = (origin: string, orgId: string) => `curl -X POST '${origin}/api/orgs/${orgId}/orders' \\
  -H "authorization: Bearer $TOKEN" -H 'content-type: application/json' \\
  -d '{
    "items": [{"productId": "…", "variantId": "…", "quantity": 1}],
    "customer": {
      "name": "山田 太郎", "nameKana": "ヤマダ タロウ",
      "addressLine1": "東京都千代田区丸の内1-1",
      "phone": "03-1234-5678", "email": "taro@example.com"
    }
  }'`

/** An organization without a single order: how the first one comes. */
export function NoOrders({ orgId }: { orgId: string }) {
  const t = useMessages()
  const mounted = useMounted()
  const text = snippet(mounted ? window.location.origin : '', orgId)
  return (
    <MessagePage icon={<IconInbox size={32} stroke={1.5} />} title={t.empty.title} text={t.empty.text}>
      <div className={css.code}>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: wide code scrolls, and the keyboard must reach it. */}
        <pre tabIndex={0}>{text}</pre>
        <ActionIcon
          aria-label={t.app.copy}
          onClick={async () => {
            if (await copyText(text)) showToast({ kind: 'done', title: t.app.copied })
          }}
        >
          <IconCopy size={16} />
        </ActionIcon>
      </div>
      <a className="od-link" href="/docs">
        {t.empty.reference}
      </a>
    </MessagePage>
  )
}

/** Nothing fits: each condition with what there would be without it. */
export function NoMatch({ orgId, list }: { orgId: string; list: ListUrl }) {
  const { locale, messages: t } = useLanguage()
  const conditions = conditionsOf(list.state, t)
  const without = conditions.map(({ key }) => patchListState(list.state, { [key]: '' }))
  const results = useQueries({
    queries: without.map((state) => {
      const query = toApiQuery({ ...state, size: 1 }, viewFilter(state.view))
      return { ...orderListQuery(orgId, query), placeholderData: undefined, refetchInterval: false as const }
    }),
  })
  return (
    <MessagePage
      icon={<IconZoomExclamation size={32} stroke={1.5} />}
      title={t.empty.noMatch}
      text={t.empty.noMatchText}
    >
      <ul className={css.conditions}>
        {conditions.map(({ key, name, value }, i) => {
          const total = results[i]?.data?.total
          return (
            <li key={key}>
              <ShallowLink className="od-link" href={list.href({ [key]: '' })}>
                {t.list.remove({ what: `${name} “${value}”` })}
              </ShallowLink>
              {total !== undefined && (
                <span className={css.results}>
                  → {t.list.found({ total: formatNumber(locale, total), count: total })}
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

/** A member who may not read the orders: says so, and who may. */
export function NoPermission({ organization, role }: { organization?: string; role?: string }) {
  const t = useMessages()
  return (
    <MessagePage
      icon={<IconLock size={32} stroke={1.5} />}
      title={t.empty.forbidden}
      text={
        organization && role
          ? t.empty.forbiddenText({ organization, role: t.roles[role] ?? role })
          : t.empty.forbiddenPlain
      }
    />
  )
}
