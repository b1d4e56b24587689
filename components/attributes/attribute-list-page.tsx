'use client'

import { Button } from '@mantine/core'
import { IconAdjustments, IconPlus } from '@tabler/icons-react'
import { useRouter } from 'next/navigation'
import { useMemo } from 'react'
import { columnsOf } from '@/components/data-table/columns'
import { ResourceList } from '@/components/data-table/resource-list'
import { useCurrentOrganization } from '@/components/shell/current-organization'
import { Key } from '@/components/ui/key'
import { MessagePage } from '@/components/ui/message-page'
import { RelativeTime } from '@/components/ui/time'
import { type Attribute, attributeListDefaults, attributesKey, attributesPath } from '@/lib/client/attributes'
import { useAttributeMessages } from '@/lib/client/messages/areas/attributes'
import { useMessages } from '@/lib/client/messages/use-messages'
import { useShortcuts } from '@/lib/client/shortcuts'
import { attributeResource } from '@/lib/resources/attribute'
import css from './attribute-list.module.css'

const column = columnsOf<Attribute>()

function useAttributeColumns() {
  const t = useMessages()
  const m = useAttributeMessages()
  return useMemo(
    () =>
      column.columns([
        column.accessor('name', {
          id: 'name',
          meta: { label: m.fields.name!, sort: 'name', skeleton: 0.4, card: ['name'] },
          cell: ({ row }) => <span className={css.name}>{row.original.name}</span>,
        }),
        column.accessor('type', {
          id: 'type',
          meta: { label: m.fields.type!, width: 170, sort: 'type', skeleton: 0.6, card: ['type', 'dim'] },
          cell: ({ row }) => m.types[row.original.type],
        }),
        column.accessor('items', {
          id: 'items',
          meta: { label: m.fields.items!, skeleton: 0.5, card: ['items'] },
          cell: ({ row: { original } }) =>
            original.items.length === 0 ? (
              t.app.none
            ) : (
              <span
                className={`od-cut ${css.options}`}
                title={original.items.map(({ value, key }) => value || key).join('\n')}
              >
                <span className={css.count}>{m.options({ count: original.items.length })}</span>
                {original.items
                  .slice(0, 5)
                  .map(({ value, key }) => value || key)
                  .join(', ')}
              </span>
            ),
        }),
        column.accessor('groupName', {
          id: 'groupName',
          meta: {
            label: m.fields.groupName!,
            width: 150,
            sort: 'groupName',
            wideOnly: true,
            skeleton: 0.5,
            card: 'hidden',
          },
          cell: ({ row }) => row.original.groupName ?? t.app.none,
        }),
        column.accessor('categoryIds', {
          id: 'categoryIds',
          meta: { label: m.fields.categoryIds!, width: 160, skeleton: 0.6, card: ['categories', 'dim'] },
          cell: ({ row: { original } }) =>
            original.categoryIds.length === 0 ? m.everywhere : m.categories({ count: original.categoryIds.length }),
        }),
        column.accessor('order', {
          id: 'order',
          meta: { label: m.fields.order!, width: 90, align: 'end', sort: 'order', skeleton: 0.4, card: ['order'] },
          cell: ({ row }) => <span className="od-number">{row.original.order}</span>,
        }),
        column.accessor('updatedAt', {
          id: 'updatedAt',
          meta: {
            label: m.fields.updatedAt!,
            width: 130,
            sort: 'updatedAt',
            descendingFirst: true,
            wideOnly: true,
            card: 'hidden',
          },
          cell: ({ row }) => (
            <RelativeTime iso={row.original.updatedAt} timeZone={Intl.DateTimeFormat().resolvedOptions().timeZone} />
          ),
        }),
      ]),
    [t, m],
  )
}

/** All attributes of the system. */
export function AttributeListPage() {
  const m = useAttributeMessages()
  const router = useRouter()
  const { me } = useCurrentOrganization()
  const mayEdit = me?.isSystemAdmin === true
  const columns = useAttributeColumns()
  const newPath = '/admin/attributes/new'
  useShortcuts(mayEdit ? [{ keys: ['n'], group: 'list', label: m.create, run: () => router.push(newPath) }] : [])
  const button = mayEdit && (
    <Button leftSection={<IconPlus size={16} />} rightSection={<Key>N</Key>} onClick={() => router.push(newPath)}>
      {m.create}
    </Button>
  )
  return (
    <ResourceList<Attribute>
      list="attributes"
      title={m.title}
      path={attributesPath}
      queryKey={attributesKey}
      resource={attributeResource}
      columns={columns}
      defaults={attributeListDefaults}
      fieldLabel={(path) => m.fields[path] ?? path}
      valueLabel={(path, value) => (path === 'type' ? m.types[value as Attribute['type']] : value)}
      hiddenFields={['categoryIds', 'customFields']}
      rowHref={(row, search) => `/admin/attributes/${row.id}${search ? `?list=${encodeURIComponent(search)}` : ''}`}
      rowLabel={(row) => row.name}
      head={button}
      empty={
        <MessagePage icon={<IconAdjustments size={32} stroke={1.5} />} title={m.emptyTitle} text={m.emptyText}>
          {button}
        </MessagePage>
      }
      noMatchTitle={m.noMatch}
      cards={['name order', 'type categories', 'items items']}
    />
  )
}
