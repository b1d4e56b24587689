'use client'

import { useMantineColorScheme } from '@mantine/core'
import {
  IconBolt,
  IconBox,
  IconBuildingStore,
  IconHistory,
  IconLogout,
  IconMoon,
  IconPlus,
  IconReceipt,
  IconUser,
  IconWorld,
} from '@tabler/icons-react'
import { useState } from 'react'
import { useCurrentOrganization } from '@/components/shell/current-organization'
import { usePlaces } from '@/components/shell/places'
import { StatusPill } from '@/components/ui/status-pill'
import { usePaletteMessages } from '@/lib/client/messages/areas/palette'
import type { Locale } from '@/lib/client/messages/locale'
import { useLanguage } from '@/lib/client/messages/use-messages'
import { useSavePreferences } from '@/lib/client/save-preferences'
import { type Shortcut, useActiveShortcuts } from '@/lib/client/shortcuts'
import { signOut } from '@/lib/client/sign-in'
import { filterFromChips } from '@/lib/query/url'
import { orderResource } from '@/lib/resources/order'
import { type Command, type CommandGroup, matchCommands } from './command'
import { readRecent } from './recent'
import { useFound } from './use-found'

const icon = (Icon: typeof IconPlus) => <Icon size={17} stroke={1.8} aria-hidden />

/** Said in the language it leads to, so that those who cannot read this one find it. */
const otherLanguage: Record<Locale, string> = { en: '日本語に切り替える', ja: 'Switch to English' }

/** Keys that move about a list are no actions. */
const isMovement = ({ keys }: Shortcut) =>
  keys.some((key) => /^(j|k|J|K|g|o|x|X|[[\]/]|Home|End|Arrow.*|Escape|Enter)$/.test(key))

/** Everything the palette offers for what was typed, in groups, as far as the reader's role goes. */
export function useCommandGroups(typed: string) {
  const { locale, messages: t, choose } = useLanguage()
  const m = usePaletteMessages()
  const { setColorScheme } = useMantineColorScheme()
  const remember = useSavePreferences()
  const { me, orgId, organizations, mayManage, hasOrganizations } = useCurrentOrganization()
  const places = usePlaces()
  // As they were when the palette opened: the page beneath is what is acted on.
  const [shortcuts] = useState<readonly Shortcut[]>(useActiveShortcuts())
  const found = useFound(typed)
  const onlyActions = typed.startsWith('>')
  const text = (onlyActions ? typed.slice(1) : typed).trim()

  const create: Command[] =
    orgId && hasOrganizations && mayManage
      ? [
          { id: 'new-order', label: m.newOrder, icon: icon(IconPlus), href: `/orgs/${orgId}/orders/new` },
          { id: 'new-product', label: m.newProduct, icon: icon(IconPlus), href: `/orgs/${orgId}/products?new=1` },
        ]
      : []
  const here: Command[] = shortcuts
    .filter((shortcut) => !shortcut.hidden && shortcut.group !== 'general' && !isMovement(shortcut))
    .map(({ keys, label, run }) => ({
      id: `key ${keys.join(' ')}`,
      label,
      keys,
      icon: icon(IconBolt),
      run: () => run(new KeyboardEvent('keydown', { key: keys.at(-1) })),
    }))
  const goTo: Command[] = places.map(({ href, label, icon: Icon, key, group }) => ({
    id: href,
    label,
    words: group === 'system' ? t.places.system : undefined,
    icon: icon(Icon),
    keys: key ? ['g', key] : undefined,
    href,
  }))
  const account: Command[] = [
    { id: 'account', label: t.places.account, icon: icon(IconUser), href: '/account' },
    ...(['light', 'dark', 'auto'] as const).map((theme) => ({
      id: `theme ${theme}`,
      label: theme === 'light' ? m.themeLight : theme === 'dark' ? m.themeDark : m.themeSystem,
      icon: icon(IconMoon),
      run: () => {
        setColorScheme(theme)
        remember({ theme })
      },
    })),
    {
      id: 'language',
      label: otherLanguage[locale],
      icon: icon(IconWorld),
      run: () => {
        const next = locale === 'en' ? 'ja' : 'en'
        choose(next)
        remember({ locale: next })
      },
    },
    { id: 'sign-out', label: m.signOut, icon: icon(IconLogout), run: () => void signOut() },
  ]
  const recent: Command[] =
    text || !me
      ? []
      : readRecent(me.id).map(({ label, href }) => ({
          id: `recent ${href}`,
          label,
          href,
          remember: true,
          icon: icon(IconHistory),
        }))
  const orders: Command[] = found.orders.map((order) => ({
    id: order.id,
    label: m.openNumber({ number: String(order.number) }),
    detail: (
      <>
        {order.customer.name} <StatusPill status={order.status} />
      </>
    ),
    icon: icon(IconReceipt),
    href: `/orgs/${orgId}/orders/${order.id}`,
    remember: true,
  }))
  const products: Command[] = found.products.map(({ id, name }) => ({
    id,
    label: name,
    icon: icon(IconBox),
    href: `/orgs/${orgId}/products/${id}`,
    remember: true,
  }))
  const customers: Command[] = found.customers.map(({ name, email }) => ({
    id: `customer ${email} ${name}`,
    label: m.ordersOf({ name }),
    detail: email,
    icon: icon(IconUser),
    href: `/orgs/${orgId}/orders?${new URLSearchParams({
      filter: filterFromChips([{ path: 'customer.email', operator: 'eq', values: [email] }], orderResource),
    })}`,
  }))
  const desks: Command[] = organizations
    .filter(({ id }) => id !== orgId)
    .map(({ id, name, slug }) => ({
      id,
      label: name,
      words: slug,
      icon: icon(IconBuildingStore),
      href: `/orgs/${id}/orders`,
    }))

  const match = (commands: readonly Command[], most = 50) => matchCommands(commands, text).slice(0, most)
  const groups: CommandGroup[] = [
    { key: 'here', label: m.here, commands: text || onlyActions ? match(here) : match(here, 5) },
    { key: 'create', label: m.create, commands: match(create) },
    ...(onlyActions
      ? []
      : [
          { key: 'orders', label: m.orders, commands: orders },
          { key: 'products', label: m.products, commands: products },
          { key: 'customers', label: m.customers, commands: customers },
          { key: 'recent', label: m.recent, commands: recent },
          { key: 'goTo', label: m.goTo, commands: match(goTo) },
          { key: 'organizations', label: m.organizations, commands: text ? match(desks, 5) : [] },
        ]),
    { key: 'account', label: m.account, commands: text || onlyActions ? match(account) : match(account, 1) },
  ]
  return {
    groups: groups.filter(({ commands }) => commands.length > 0),
    isSearching: found.isSearching && text !== '' && !onlyActions,
    failed: found.failed,
    text,
  }
}
