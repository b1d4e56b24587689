'use client'

import { Button } from '@mantine/core'
import { IconKey, IconPlus } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { NoPermission } from '@/components/data-table/list-empty'
import { useCurrentOrganization } from '@/components/shell/current-organization'
import { ActDialog } from '@/components/ui/act-dialog'
import { DeskPage } from '@/components/ui/desk-page'
import { Failure, statusOf } from '@/components/ui/failure'
import layout from '@/components/ui/form.module.css'
import { MessagePage } from '@/components/ui/message-page'
import { Section } from '@/components/ui/section'
import { ShowMore } from '@/components/ui/show-more'
import { Waiting } from '@/components/ui/waiting'
import { type ApiKey, apiKeysKey, apiKeysQuery, revokeApiKey } from '@/lib/client/api-keys'
import { formatRelative } from '@/lib/client/format'
import { inDialog } from '@/lib/client/in-dialog'
import { useApiKeyMessages } from '@/lib/client/messages/areas/api-keys'
import { useLanguage } from '@/lib/client/messages/use-messages'
import { showToast } from '@/lib/client/toasts'
import { useGrowing } from '@/lib/client/use-growing'
import { KeyTable } from './key-table'
import { NewKeyDialog } from './new-key-dialog'
import { RotateDialog } from './rotate-dialog'

/** The API keys of an organization; with null those of the whole system. */
export function ApiKeysPage({ orgId }: { orgId: string | null }) {
  const { locale } = useLanguage()
  const m = useApiKeyMessages()
  const queryClient = useQueryClient()
  const { organization } = useCurrentOrganization()
  const keys = useGrowing(apiKeysQuery(orgId))
  const [creating, setCreating] = useState(false)
  const [rotating, setRotating] = useState<ApiKey>()
  const [revoking, setRevoking] = useState<ApiKey>()
  const refresh = () => queryClient.invalidateQueries({ queryKey: apiKeysKey(orgId) })
  const title = orgId === null ? m.systemTitle : m.title
  const timeZone =
    (orgId === null ? undefined : organization?.timeZone) ?? Intl.DateTimeFormat().resolvedOptions().timeZone
  const isRefused = statusOf(keys.error) === 403
  const create = (
    <Button leftSection={<IconPlus size={16} />} onClick={() => setCreating(true)}>
      {m.create}
    </Button>
  )
  return (
    <DeskPage title={title} within={[orgId === null ? undefined : organization?.name]} actions={!isRefused && create}>
      {isRefused ? (
        <NoPermission />
      ) : keys.error && !keys.rows ? (
        <Failure title={m.failed} error={keys.error} onRetry={() => keys.refetch()} />
      ) : keys.rows?.length === 0 ? (
        <MessagePage icon={<IconKey size={32} stroke={1.5} />} title={m.none} text={m.noneText} />
      ) : (
        <Section>
          <div className={layout.stack}>
            <p className="od-muted">{orgId === null ? m.systemText : m.text}</p>
            {keys.rows ? (
              <KeyTable keys={keys.rows} timeZone={timeZone} onRotate={setRotating} onRevoke={setRevoking} />
            ) : (
              <Waiting rows={4} />
            )}
            <ShowMore list={keys} />
          </div>
        </Section>
      )}
      {creating && <NewKeyDialog orgId={orgId} onMade={refresh} onClose={() => setCreating(false)} />}
      {rotating && (
        <RotateDialog orgId={orgId} apiKey={rotating} onMade={refresh} onClose={() => setRotating(undefined)} />
      )}
      {revoking && (
        <ActDialog
          title={m.revokeTitle({ name: revoking.name })}
          confirm={m.revoke}
          danger
          onClose={() => setRevoking(undefined)}
          onConfirm={async () => {
            await inDialog(revokeApiKey(orgId, revoking.id))
            showToast({ kind: 'done', title: m.revoked({ name: revoking.name }) })
            await refresh()
          }}
        >
          <p>{m.revokeText({ hint: revoking.hint })}</p>
          <p className="od-muted">
            {revoking.lastUsedAt
              ? m.lastUsedAt({ when: formatRelative(locale, revoking.lastUsedAt, Date.now()) })
              : m.neverUsed}
          </p>
        </ActDialog>
      )}
    </DeskPage>
  )
}
