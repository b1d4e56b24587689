import { useMemo } from 'react'
import { columnsOf } from '@/components/data-table/columns'
import { Tag } from '@/components/ui/tag'
import { RelativeTime } from '@/components/ui/time'
import { usePeopleMessages } from '@/lib/client/messages/areas/people'
import type { Account } from '@/lib/client/users'
import css from './people.module.css'

const column = columnsOf<Account>()

/** What an account is: disabled, without a password yet, a system admin. */
export function AccountTags({ account }: { account: Account }) {
  const m = usePeopleMessages()
  return (
    <>
      {account.isSystemAdmin && <Tag>{m.systemAdmin}</Tag>}
      {account.disabled && <Tag tone="bad">{m.disabled}</Tag>}
      {!account.hasPassword && <Tag tone="warn">{m.noPassword}</Tag>}
    </>
  )
}

/** The columns of the list of accounts. */
export function useUserColumns(timeZone: string) {
  const m = usePeopleMessages()
  return useMemo(
    () =>
      column.columns([
        column.accessor('name', {
          id: 'name',
          meta: { label: m.name, minWidth: 200, sort: 'name', skeleton: 0.6, card: ['name', 'whole'] },
          cell: ({ row }) => (
            <>
              {row.original.name}
              <span className={`od-muted ${css.mail}`}>{row.original.email}</span>
            </>
          ),
        }),
        column.accessor('email', {
          id: 'email',
          meta: { label: m.email, minWidth: 220, sort: 'email', skeleton: 0.7, card: 'hidden' },
          cell: ({ row }) => <span title={row.original.email}>{row.original.email}</span>,
        }),
        column.display({
          id: 'kind',
          meta: {
            label: m.kind,
            width: 230,
            sort: 'typeId',
            descendingFirst: true,
            skeleton: 0.4,
            fields: ['typeId'],
            card: ['kind'],
          },
          cell: ({ row }) => <AccountTags account={row.original} />,
        }),
        column.accessor('lastSeenAt', {
          id: 'seen',
          meta: {
            label: m.lastSeen,
            width: 150,
            sort: 'lastSeenAt',
            descendingFirst: true,
            skeleton: 0.6,
            card: ['seen', 'dim'],
          },
          cell: ({ row: { original } }) =>
            original.lastSeenAt ? (
              <RelativeTime iso={original.lastSeenAt} timeZone={timeZone} />
            ) : (
              <span className="od-muted">{m.never}</span>
            ),
        }),
        column.accessor('createdAt', {
          id: 'created',
          meta: {
            label: m.created,
            width: 150,
            sort: 'createdAt',
            descendingFirst: true,
            skeleton: 0.6,
            card: 'hidden',
          },
          cell: ({ row }) => <RelativeTime iso={row.original.createdAt} timeZone={timeZone} />,
        }),
      ]),
    [m, timeZone],
  )
}
