'use client'

import { ActionIcon } from '@mantine/core'
import { IconBraces, IconChevronDown, IconChevronUp, IconTerminal2 } from '@tabler/icons-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import { PageBar } from '@/components/ui/page'
import page from '@/components/ui/page.module.css'
import { useGo } from '@/lib/client/editing/use-unsaved'
import { formatNumber } from '@/lib/client/format'
import { useLanguage } from '@/lib/client/messages/use-messages'
import { useShortcuts } from '@/lib/client/shortcuts'
import css from './order-detail.module.css'
import { useNeighbours } from './use-neighbours'

type Props = { orgId: string; orderId: string; onCurl: () => void; onJson: () => void; menu?: ReactNode }

/** Above the order: back to the list, on to its neighbours there, and what integrators look for. */
export function OrderBar({ orgId, orderId, onCurl, onJson, menu }: Props) {
  const { locale, messages: t } = useLanguage()
  const openPage = useGo()
  const { listHref, position, previous, next } = useNeighbours(orgId, orderId)
  const go = (href: string | undefined) => href && openPage(href)
  useShortcuts([
    { keys: [']'], group: 'order', label: t.shortcuts.nextOrder, run: () => go(next) },
    { keys: ['['], group: 'order', label: t.shortcuts.previousOrder, run: () => go(previous) },
    { keys: ['u'], group: 'order', label: t.shortcuts.back, run: () => go(listHref) },
  ])
  const step = (href: string | undefined, label: string, key: string, Icon: typeof IconChevronUp) =>
    href ? (
      <ActionIcon component={Link} href={href} prefetch={false} aria-label={label} title={`${label} (${key})`}>
        <Icon size={18} />
      </ActionIcon>
    ) : (
      <ActionIcon disabled aria-label={label} variant="transparent">
        <Icon size={18} />
      </ActionIcon>
    )
  return (
    <PageBar back={{ href: listHref, label: t.order.list }}>
      <span className={page.space} />
      {position && (
        <>
          <span className={`${css.position} od-muted od-number`}>
            {t.order.position({ at: formatNumber(locale, position.at), total: formatNumber(locale, position.total) })}
          </span>
          {step(previous, t.order.previous, '[', IconChevronUp)}
          {step(next, t.order.next, ']', IconChevronDown)}
        </>
      )}
      <ActionIcon aria-label={t.order.copyCurl} title={t.order.copyCurl} onClick={onCurl}>
        <IconTerminal2 size={18} stroke={1.8} />
      </ActionIcon>
      <ActionIcon aria-label={t.order.json} title={t.order.json} onClick={onJson}>
        <IconBraces size={18} stroke={1.8} />
      </ActionIcon>
      {menu}
    </PageBar>
  )
}
