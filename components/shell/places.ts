import {
  IconAdjustments,
  IconBox,
  IconBuildingStore,
  IconCategory,
  IconChartBar,
  IconHistory,
  IconKey,
  IconMapPin,
  IconPhoto,
  IconReceipt,
  IconSettings,
  IconTrain,
  IconUsers,
  IconUsersGroup,
} from '@tabler/icons-react'
import { useMemo } from 'react'
import { useMessages } from '@/lib/client/messages/use-messages'
import { useCurrentOrganization } from './current-organization'

/** Somewhere one can go. `key` is the second key of `g …`. */
export type Place = {
  href: string
  label: string
  icon: typeof IconReceipt
  key?: string
  group: 'organization' | 'system' | 'own'
}

/** Where the reader may go: the desk of the organization at hand, what system admins keep, their own orders. */
export function usePlaces(): Place[] {
  const t = useMessages()
  const { me, orgId, hasOrganizations, mayManage } = useCurrentOrganization()
  return useMemo(() => {
    const p = t.places
    const at = `/orgs/${orgId}`
    const desk: Place[] = []
    if (hasOrganizations && orgId) {
      desk.push({ href: `${at}/orders`, label: p.orders, icon: IconReceipt, key: 'o', group: 'organization' })
      // Until it is known what the reader may do, everything of the desk stands there: nothing jumps for those who may.
      if (mayManage !== false) {
        desk.unshift({ href: `${at}/overview`, label: p.overview, icon: IconChartBar, key: 'v', group: 'organization' })
        desk.push(
          { href: `${at}/products`, label: p.products, icon: IconBox, key: 'p', group: 'organization' },
          { href: `${at}/media`, label: p.media, icon: IconPhoto, key: 'm', group: 'organization' },
          { href: `${at}/history`, label: p.history, icon: IconHistory, key: 'h', group: 'organization' },
          { href: `${at}/members`, label: p.members, icon: IconUsers, key: 't', group: 'organization' },
          { href: `${at}/api-keys`, label: p.apiKeys, icon: IconKey, key: 'k', group: 'organization' },
          { href: `${at}/settings`, label: p.settings, icon: IconSettings, key: 's', group: 'organization' },
        )
      }
    }
    const system: Place[] = me?.isSystemAdmin
      ? [
          { href: '/admin/categories', label: p.categories, icon: IconCategory, key: 'c', group: 'system' },
          { href: '/admin/locations', label: p.locations, icon: IconMapPin, key: 'l', group: 'system' },
          { href: '/admin/attributes', label: p.attributes, icon: IconAdjustments, key: 'a', group: 'system' },
          { href: '/admin/rail', label: p.rail, icon: IconTrain, group: 'system' },
          { href: '/admin/organizations', label: p.organizations, icon: IconBuildingStore, group: 'system' },
          { href: '/admin/users', label: p.users, icon: IconUsersGroup, key: 'u', group: 'system' },
          { href: '/admin/api-keys', label: p.systemKeys, icon: IconKey, group: 'system' },
          { href: '/admin/history', label: p.systemHistory, icon: IconHistory, group: 'system' },
        ]
      : []
    const own: Place[] = hasOrganizations
      ? []
      : [{ href: '/my/orders', label: p.myOrders, icon: IconReceipt, key: 'o', group: 'own' }]
    return [...desk, ...system, ...own]
  }, [t, me, orgId, hasOrganizations, mayManage])
}
