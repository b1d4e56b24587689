'use client'

import { ActionIcon } from '@mantine/core'
import { IconDownload, IconHistory } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { ResourceList } from '@/components/data-table/resource-list'
import { useCurrentOrganization } from '@/components/shell/current-organization'
import { MessagePage } from '@/components/ui/message-page'
import type { ListAnswer } from '@/lib/client/api'
import { batchOf, type Change, historyPath } from '@/lib/client/history'
import { toApiQuery } from '@/lib/client/list-state'
import { useListUrl } from '@/lib/client/list-url'
import { listQuery } from '@/lib/client/lists'
import { useHistoryMessages } from '@/lib/client/messages/areas/history'
import { changeResource } from '@/lib/resources/change'
import { BatchRevert } from './batch-revert'
import css from './history-page.module.css'
import { changeHref, useChangeWords } from './use-change-words'
import { changedName, historyOfHref, useHistoryColumns } from './use-history-columns'
import { historyDefaults, historyViewFilters } from './views'

const HistoryExportDialog = dynamic(
  () => import('./history-export-dialog').then((module) => module.HistoryExportDialog),
  { ssr: false },
)

/** Who did what to what and when: in an organization, or without one in the whole system. */
export function HistoryPage({ orgId }: { orgId?: string }) {
  const m = useHistoryMessages()
  const words = useChangeWords()
  const queryClient = useQueryClient()
  const { organizations, me, mayManage } = useCurrentOrganization()
  const list = useListUrl(historyDefaults)
  const [exporting, setExporting] = useState(false)
  const path = historyPath(orgId)
  const columns = useHistoryColumns({ orgId, organizations })
  const view = historyViewFilters[list.state.view] ?? ''
  const batchId = batchOf(list.state.filter)
  const refused = orgId ? mayManage === false : me?.isSystemAdmin === false
  const params = new URLSearchParams(toApiQuery(list.state, view))
  const shown = queryClient.getQueryData<ListAnswer<Change>>(
    listQuery<Change>(path, toApiQuery(list.state, view)).queryKey,
  )
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
        head={
          <>
            {batchId && !refused && <BatchRevert key={batchId} orgId={orgId} batchId={batchId} />}
            {orgId && !refused && (
              <ActionIcon aria-label={m.exportCsv} title={m.exportCsv} onClick={() => setExporting(true)}>
                <IconDownload size={18} stroke={1.8} />
              </ActionIcon>
            )}
          </>
        }
        refused={
          refused ? <MessagePage title={m.forbidden} text={orgId ? m.forbiddenText : m.forbiddenSystem} /> : undefined
        }
        empty={<MessagePage icon={<IconHistory size={32} stroke={1.5} />} title={m.emptyTitle} text={m.empty} />}
        className={css.page}
      />
      {exporting && orgId && (
        <HistoryExportDialog
          orgId={orgId}
          filter={params.get('$filter') ?? ''}
          orderBy={params.get('$orderBy') ?? 'at desc'}
          total={shown?.total}
          onClose={() => setExporting(false)}
        />
      )}
    </>
  )
}
