'use client'

import { ActionIcon } from '@mantine/core'
import { IconCopy, IconInbox, IconLock } from '@tabler/icons-react'
import { MessagePage } from '@/components/ui/message-page'
import { copyText } from '@/lib/client/clipboard'
import { useMessages } from '@/lib/client/messages/use-messages'
import { showToast } from '@/lib/client/toasts'
import { useMounted } from '@/lib/client/use-mounted'
import css from './empty-states.module.css'

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
