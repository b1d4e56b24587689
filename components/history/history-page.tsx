'use client'

import { IconHistory } from '@tabler/icons-react'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { type ExportedList, ResourceList } from '@/components/data-table/resource-list'
import { useCurrentOrganization } from '@/components/shell/current-organization'
import { MessagePage } from '@/components/ui/message-page'
import { batchOf, type Change, historyPath } from '@/lib/client/history'
import { useListUrl } from '@/lib/client/list-url'
import { useHistoryMessages } from '@/lib/client/messages/areas/history'
import { changeResource } from '@/lib/resources/change'
import { BatchRevert } from './batch-revert'
import { changeHref, useChangeWords } from './use-change-words'
import { changedName, historyCards, historyOfHref, useHistoryColumns } from './use-history-columns'
import { historyDefaults, historyViewFilters } from './views'

const HistoryExport = dynamic(() => import('./history-export').then((module) => module.HistoryExport), { ssr: false })

/** Who did what to what and when: in an organization, or without one in the whole system. */
export function HistoryPage({ orgId }: { orgId?: string }) {
  const m = useHistoryMessages()
  const words = useChangeWords()
  const { organizations, me, mayManage } = useCurrentOrganization()
  const list = useListUrl(historyDefaults)
  const [exported, setExported] = useState<ExportedList>()
  const path = historyPath(orgId)
  const columns = useHistoryColumns({ orgId, organizations })
  const batchId = batchOf(list.state.filter)
  const refused = orgId ? mayManage === false : me?.isSystemAdmin === false
  return (
    <>
      <ResourceList<Change>
        list="history"
        title={orgId ? m.title : m.systemTitle}
        orgId={orgId}
        path={path}
        resource={changeResource}
        columns={columns}
        defaults={historyDefaults}
        fieldLabel={(field) =>
          m.filterFields[field] ?? words.field(field.startsWith('fields.') ? field.slice('fields.'.length) : field)
        }
        valueLabel={(field, value) => (field === 'actor.kind' ? (m.actorKinds[value] ?? value) : value)}
        hiddenFields={['id', ...(orgId ? ['organization'] : [])]}
        builtInViews={Object.entries(historyViewFilters).map(([key, filter]) => ({
          key,
          filter,
          label: m.views[(key || 'all') as keyof typeof m.views],
        }))}
        rowHref={(change) => changeHref(change) ?? historyOfHref(orgId, change)}
        rowLabel={(change) =>
          [words.actor(change), words.operation(change), words.entity(change.entity), changedName(change)]
            .filter(Boolean)
            .join(' ')
        }
        head={batchId && !refused && <BatchRevert key={batchId} orgId={orgId} batchId={batchId} />}
        onExport={orgId ? setExported : undefined}
        refused={
          refused ? <MessagePage title={m.forbidden} text={orgId ? m.forbiddenText : m.forbiddenSystem} /> : undefined
        }
        empty={<MessagePage icon={<IconHistory size={32} stroke={1.5} />} title={m.emptyTitle} text={m.empty} />}
        cards={historyCards}
      />
      {exported && orgId && <HistoryExport orgId={orgId} list={exported} onClose={() => setExported(undefined)} />}
    </>
  )
}
