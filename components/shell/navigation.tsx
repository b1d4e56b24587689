'use client'

import { ActionIcon } from '@mantine/core'
import { IconApi, IconKeyboard, IconSearch } from '@tabler/icons-react'
import Link from 'next/link'
import { usePathname } from 'next/navigation'
import { Key } from '@/components/ui/key'
import { Mark } from '@/components/ui/mark'
import { useMessages } from '@/lib/client/messages/use-messages'
import { AccountMenu } from './account-menu'
import { useCurrentOrganization } from './current-organization'
import { OrganizationSwitcher } from './organization-switcher'
import { type Place, usePlaces } from './places'
import css from './shell.module.css'

/** The side of the shell: whose desk it is, where one can go, who one is. */
export function Navigation({
  inDrawer,
  onHelp,
  onFind,
  onLeave,
}: {
  inDrawer?: boolean
  onHelp: () => void
  onFind: () => void
  onLeave?: () => void
}) {
  const t = useMessages()
  const pathname = usePathname()
  const { hasOrganizations } = useCurrentOrganization()
  const places = usePlaces()
  const links = (group: Place['group']) =>
    places
      .filter((place) => place.group === group)
      .map(({ href, label, icon: Icon }) => (
        <Link
          key={href}
          href={href}
          prefetch={false}
          className={css.entry}
          aria-current={pathname === href || pathname.startsWith(`${href}/`) ? 'page' : undefined}
          onClick={onLeave}
        >
          <Icon size={18} stroke={1.8} aria-hidden />
          {label}
        </Link>
      ))
  const system = links('system')
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
      <div className={css.section}>
        <button type="button" className={css.find} onClick={onFind} aria-keyshortcuts="Control+K Meta+K">
          <IconSearch size={16} aria-hidden />
          <span>{t.places.find}</span>
          <Key>Ctrl K</Key>
        </button>
      </div>
      <nav className={css.nav} aria-label={t.shell.navigation}>
        {links('organization')}
        {links('own')}
        {system.length > 0 && <p className={css.heading}>{t.places.system}</p>}
        {system}
        <hr className={css.rule} />
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
