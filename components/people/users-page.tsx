'use client'

import { Button } from '@mantine/core'
import { IconUserPlus, IconUsersGroup } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { NoPermission } from '@/components/data-table/list-empty'
import { ResourceList } from '@/components/data-table/resource-list'
import { useCurrentOrganization } from '@/components/shell/current-organization'
import { MessagePage } from '@/components/ui/message-page'
import { usePeopleMessages } from '@/lib/client/messages/areas/people'
import { showToast } from '@/lib/client/toasts'
import { type Account, usersKey, usersPath } from '@/lib/client/users'
import { accountResource } from '@/lib/resources/account'
import { NewUserDialog } from './new-user-dialog'
import { useUserColumns } from './user-columns'

const defaults = { sort: 'name', size: 50 }

/** Every account, for system admins. */
export function UsersPage() {
  const m = usePeopleMessages()
  const router = useRouter()
  const queryClient = useQueryClient()
  const { me } = useCurrentOrganization()
  const columns = useUserColumns(Intl.DateTimeFormat().resolvedOptions().timeZone)
  const [creating, setCreating] = useState(false)
  const labels: Record<string, string> = {
    name: m.name,
    email: m.email,
    typeId: m.kind,
    disabledAt: m.disabled,
    lastSeenAt: m.lastSeen,
    createdAt: m.created,
    emailVerifiedAt: m.emailVerified,
  }
  return (
    <>
      <ResourceList<Account>
        cards={['name kind', 'seen seen']}
        list="users"
        title={m.users}
        path={usersPath}
        queryKey={usersKey}
        resource={accountResource}
        columns={columns}
        defaults={defaults}
        search={{ label: m.searchUsers, hint: m.searchHint }}
        fieldLabel={(path) => labels[path] ?? path}
        hiddenFields={['id', 'updatedAt']}
        builtInViews={[
          { key: '', label: m.views.all, filter: '' },
          { key: 'admins', label: m.views.admins, filter: "typeId eq '100'" },
          { key: 'disabled', label: m.views.disabled, filter: 'disabledAt ne null' },
        ]}
        rowHref={(row) => `${usersPath}/${row.id}`}
        rowLabel={(row) => row.name}
        refused={me && !me.isSystemAdmin ? <NoPermission /> : undefined}
        head={
          me?.isSystemAdmin && (
            <Button leftSection={<IconUserPlus size={16} />} onClick={() => setCreating(true)}>
              {m.newUser}
            </Button>
          )
        }
        empty={<MessagePage icon={<IconUsersGroup size={32} stroke={1.5} />} title={m.noUsers} />}
      />
      {creating && (
        <NewUserDialog
          onClose={() => setCreating(false)}
          onMade={(user) => {
            setCreating(false)
            showToast({ kind: 'done', title: m.userCreated({ name: user.name }) })
            void queryClient.invalidateQueries({ queryKey: usersKey })
            router.push(`${usersPath}/${user.id}`)
          }}
        />
      )}
    </>
  )
}
