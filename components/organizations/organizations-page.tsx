'use client'

import { Button } from '@mantine/core'
import { IconBuildingStore, IconPlus } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { NoPermission } from '@/components/data-table/list-empty'
import { ResourceList } from '@/components/data-table/resource-list'
import type { ListAction, ListSelection } from '@/components/data-table/selection'
import { useCurrentOrganization } from '@/components/shell/current-organization'
import { ActDialog } from '@/components/ui/act-dialog'
import { explain } from '@/components/ui/failure'
import { MessagePage } from '@/components/ui/message-page'
import { listKey } from '@/lib/client/lists'
import { useOrganizationMessages } from '@/lib/client/messages/areas/organizations'
import { useMessages } from '@/lib/client/messages/use-messages'
import { type ListedOrganization, patchSettings } from '@/lib/client/organizations'
import { showToast } from '@/lib/client/toasts'
import { type OrganizationStatus, organizationResource, organizationStatuses } from '@/lib/resources/organization'
import { NewOrganizationDialog } from './new-organization-dialog'
import { useOrganizationColumns } from './organization-columns'

const defaults = { sort: 'name', size: 50 }

type Asked = { status: OrganizationStatus; selection: ListSelection<ListedOrganization> }

/** Every organization there is, for system admins. */
export function OrganizationsPage() {
  const t = useMessages()
  const m = useOrganizationMessages()
  const queryClient = useQueryClient()
  const { me } = useCurrentOrganization()
  const columns = useOrganizationColumns()
  const [creating, setCreating] = useState(false)
  const [asked, setAsked] = useState<Asked>()

  const actions: ListAction<ListedOrganization>[] = organizationStatuses.map((status) => ({
    key: status,
    label: m.setStatus[status] ?? status,
    danger: status === 'prohibited',
    blocked: (selection) => (selection.matching ? m.oneByOne : undefined),
    run: (selection) => setAsked({ status, selection }),
  }))
  const refresh = () => {
    for (const queryKey of [listKey('/orgs'), ['organizations'], ['settings']]) {
      void queryClient.invalidateQueries({ queryKey })
    }
  }

  /** Each on its own: what one refuses does not hold up the others, and stays selected with its reason. */
  async function setStatus(rows: readonly ListedOrganization[], statusOf: (row: ListedOrganization) => string) {
    const reasons = new Map<string, string>()
    for (const row of rows) {
      await patchSettings(row.id, { status: statusOf(row) }).catch((error) => reasons.set(row.id, explain(error, t)))
    }
    refresh()
    return reasons
  }
  async function confirm({ status, selection }: Asked) {
    const { rows } = selection
    const reasons = await setStatus(rows, () => status)
    const done = rows.filter(({ id }) => !reasons.has(id))
    if (done.length > 0) {
      showToast({
        kind: 'done',
        title: m.statusSet({ count: done.length, status: m.statuses[status] ?? status }),
        undo: () => void setStatus(done, (row) => row.status),
      })
    }
    if (reasons.size > 0) selection.keep([...reasons.keys()], reasons)
    else selection.clear()
  }
  return (
    <>
      <ResourceList<ListedOrganization>
        cards={['name status', 'slug currency']}
        list="organizations"
        title={m.organizations}
        path="/orgs"
        resource={organizationResource}
        columns={columns}
        defaults={defaults}
        search={{ label: m.search, hint: m.searchHint }}
        fieldLabel={(path) =>
          (
            ({
              name: m.name,
              slug: m.slug,
              status: m.status,
              currency: m.currency,
              country: m.country,
              timeZone: m.timeZone,
              description: m.description,
              createdAt: m.createdAt,
            }) as Record<string, string>
          )[path] ?? path
        }
        valueLabel={(_, value) => m.statuses[value] ?? value}
        hiddenFields={['id', 'updatedAt']}
        builtInViews={[
          { key: '', label: m.views.all, filter: '' },
          ...organizationStatuses.map((status) => ({
            key: status,
            label: m.views[status],
            filter: `status eq '${status}'`,
          })),
        ]}
        rowHref={(row) => `/orgs/${row.id}/settings`}
        rowLabel={(row) => row.name}
        actions={actions}
        refused={me && !me.isSystemAdmin ? <NoPermission /> : undefined}
        head={
          me?.isSystemAdmin && (
            <Button leftSection={<IconPlus size={16} />} onClick={() => setCreating(true)}>
              {m.create}
            </Button>
          )
        }
        empty={<MessagePage icon={<IconBuildingStore size={32} stroke={1.5} />} title={m.none} text={m.noneText} />}
      />
      {creating && <NewOrganizationDialog onClose={() => setCreating(false)} />}
      {asked && (
        <ActDialog
          title={m.setStatusTitle({
            count: asked.selection.count,
            status: m.statuses[asked.status] ?? asked.status,
          })}
          confirm={m.setStatus[asked.status] ?? asked.status}
          danger={asked.status === 'prohibited'}
          onClose={() => setAsked(undefined)}
          onConfirm={() => confirm(asked)}
        >
          <p>{m.statusTexts[asked.status]}</p>
          <p>{asked.selection.rows.map(({ name }) => name).join(', ')}</p>
        </ActDialog>
      )}
    </>
  )
}
