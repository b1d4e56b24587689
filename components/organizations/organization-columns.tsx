import { useMemo } from 'react'
import { columnsOf } from '@/components/data-table/columns'
import { RelativeTime } from '@/components/ui/time'
import { useOrganizationMessages } from '@/lib/client/messages/areas/organizations'
import type { ListedOrganization } from '@/lib/client/organizations'
import { StandingPill } from './standing-pill'

const column = columnsOf<ListedOrganization>()

/** The columns of the list of organizations. */
export function useOrganizationColumns() {
  const m = useOrganizationMessages()
  return useMemo(
    () =>
      column.columns([
        column.accessor('name', {
          id: 'name',
          meta: { label: m.name, minWidth: 220, sort: 'name', skeleton: 0.6, card: ['name', 'whole'] },
          cell: ({ row }) => row.original.name,
        }),
        column.accessor('slug', {
          id: 'slug',
          meta: { label: m.slug, width: 170, sort: 'slug', skeleton: 0.6, card: ['slug', 'dim'] },
          cell: ({ row }) => <span className="od-mono">{row.original.slug}</span>,
        }),
        column.accessor('status', {
          id: 'status',
          meta: { label: m.status, width: 140, sort: 'status', skeleton: 0.7, card: ['status'] },
          cell: ({ row }) => <StandingPill status={row.original.status} />,
        }),
        column.accessor('currency', {
          id: 'currency',
          meta: { label: m.currency, width: 110, sort: 'currency', skeleton: 0.4, card: ['currency', 'dim', 'end'] },
          cell: ({ row }) => row.original.currency,
        }),
        column.accessor('country', {
          id: 'country',
          meta: { label: m.country, width: 100, sort: 'country', skeleton: 0.3, card: 'hidden' },
          cell: ({ row }) => row.original.country,
        }),
        column.accessor('timeZone', {
          id: 'timeZone',
          meta: { label: m.timeZone, width: 170, sort: 'timeZone', skeleton: 0.6, card: 'hidden' },
          cell: ({ row }) => row.original.timeZone,
        }),
        column.accessor('createdAt', {
          id: 'created',
          meta: {
            label: m.createdAt,
            width: 150,
            sort: 'createdAt',
            descendingFirst: true,
            skeleton: 0.6,
            card: 'hidden',
          },
          cell: ({ row }) => <RelativeTime iso={row.original.createdAt} timeZone={row.original.timeZone} />,
        }),
      ]),
    [m],
  )
}
