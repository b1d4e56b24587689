'use client'

import { useQuery } from '@tanstack/react-query'
import { NoPermission } from '@/components/data-table/list-empty'
import { useCurrentOrganization } from '@/components/shell/current-organization'
import { DeskPage } from '@/components/ui/desk-page'
import { Failure, statusOf } from '@/components/ui/failure'
import { Waiting } from '@/components/ui/waiting'
import { useOrganizationMessages } from '@/lib/client/messages/areas/organizations'
import { settingsQuery } from '@/lib/client/organizations'
import { SettingsEditor } from './settings-editor'

/** Everything that is set for an organization. */
export function SettingsPage({ orgId }: { orgId: string }) {
  const m = useOrganizationMessages()
  const { organization, me } = useCurrentOrganization()
  const settings = useQuery(settingsQuery(orgId))
  if (settings.data && me) {
    return <SettingsEditor orgId={orgId} stored={settings.data} isSystemAdmin={me.isSystemAdmin} />
  }
  return (
    <DeskPage title={m.settings} within={[organization?.name]}>
      {statusOf(settings.error) === 403 ? (
        <NoPermission />
      ) : settings.error ? (
        <Failure title={m.failed} error={settings.error} onRetry={() => settings.refetch()} />
      ) : (
        <Waiting rows={8} />
      )}
    </DeskPage>
  )
}
