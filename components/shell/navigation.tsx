'use client'

import { ActionIcon } from '@mantine/core'
import { IconApi, IconKeyboard, IconReceipt } from '@tabler/icons-react'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { Mark } from '@/components/ui/mark'
import { useMessages } from '@/lib/client/messages/use-messages'
import { AccountMenu } from './account-menu'
import { useCurrentOrganization } from './current-organization'
import { OrganizationSwitcher } from './organization-switcher'
import css from './shell.module.css'

/** The side of the shell: whose desk it is, where one can go, who one is. */
export function Navigation({
  inDrawer,
  onHelp,
  onLeave,
}: {
  inDrawer?: boolean
  onHelp: () => void
  onLeave?: () => void
}) {
  const t = useMessages()
  const pathname = usePathname()
  const { orgId, hasOrganizations } = useCurrentOrganization()
  const orders = hasOrganizations
    ? orgId && { href: `/orgs/${orgId}/orders`, label: t.shell.orders }
    : { href: '/my/orders', label: t.shell.myOrders }
  return (
    <div className={inDrawer ? `${css.side} ${css.drawerSide}` : css.side}>
      <div className={css.brand}>
        <Mark size={26} />
        {t.app.name}
      </div>
      {hasOrganizations && (
        <div className={css.section}>
          <OrganizationSwitcher onLeave={onLeave} />
        </div>
      )}
      <nav className={css.nav} aria-label={t.shell.navigation}>
        {orders && (
          <Link
            href={orders.href}
            prefetch={false}
            className={css.entry}
            aria-current={pathname.startsWith(orders.href) ? 'page' : undefined}
            onClick={onLeave}
          >
            <IconReceipt size={18} stroke={1.8} aria-hidden />
            {orders.label}
          </Link>
        )}
        <a href="/docs" className={css.entry}>
          <IconApi size={18} stroke={1.8} aria-hidden />
          {t.shell.apiReference}
        </a>
      </nav>
      <div className={css.foot}>
        <AccountMenu />
        <ActionIcon aria-label={t.shell.shortcuts} title={`${t.shell.shortcuts} (?)`} onClick={onHelp}>
          <IconKeyboard size={18} stroke={1.8} />
        </ActionIcon>
      </div>
    </div>
  )
}
