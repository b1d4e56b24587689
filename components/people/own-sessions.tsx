import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ActDialog } from '@/components/ui/act-dialog'
import { explain, Failure, requestIdOf } from '@/components/ui/failure'
import { Section } from '@/components/ui/section'
import { RowAct, SmallTable, Subject } from '@/components/ui/small-table'
import { Tag } from '@/components/ui/tag'
import { RelativeTime } from '@/components/ui/time'
import { Waiting } from '@/components/ui/waiting'
import { endOtherSessions, endSession, type OwnSession, sessionsKey, sessionsQuery } from '@/lib/client/account'
import { deviceName } from '@/lib/client/device'
import { useAccountMessages } from '@/lib/client/messages/areas/account'
import { useMessages } from '@/lib/client/messages/use-messages'
import { showToast } from '@/lib/client/toasts'

/** So many are shown at first; programs that sign in again and again leave many behind. */
const fewSessions = 8

/** Where one is signed in, and the way to end it elsewhere. */
export function OwnSessions() {
  const t = useMessages()
  const m = useAccountMessages()
  const queryClient = useQueryClient()
  const sessions = useQuery(sessionsQuery())
  const [endingAll, setEndingAll] = useState(false)
  const [showsAll, setShowsAll] = useState(false)
  const refresh = () => queryClient.invalidateQueries({ queryKey: sessionsKey })
  const end = useMutation({
    mutationFn: ({ id }: OwnSession) => endSession(id),
    onSuccess: () => showToast({ kind: 'done', title: m.ended }),
    onError: (error) =>
      showToast({ kind: 'failed', title: t.toast.failed, text: explain(error, t), requestId: requestIdOf(error) }),
    onSettled: refresh,
  })
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions()
  const nameOf = ({ label, userAgent }: OwnSession) => label ?? deviceName(userAgent) ?? m.unknownDevice
  const hasOthers = sessions.data?.value.some(({ current }) => !current) ?? false
  return (
    <Section
      title={m.sessions}
      text={m.sessionsText}
      head={
        hasOthers && (
          <Button variant="default" onClick={() => setEndingAll(true)}>
            {m.endOthers}
          </Button>
        )
      }
    >
      {sessions.error && !sessions.data ? (
        <Failure title={m.failedSessions} error={sessions.error} onRetry={() => sessions.refetch()} />
      ) : !sessions.data ? (
        <Waiting rows={3} />
      ) : (
        <SmallTable
          label={m.sessions}
          rows={showsAll ? sessions.data.value : sessions.data.value.slice(0, fewSessions)}
          columns={[
            {
              title: m.device,
              cell: (session) => (
                <Subject name={nameOf(session)} detail={m.kinds[session.kind]} title={session.userAgent ?? undefined}>
                  {session.current && <Tag tone="good">{m.current}</Tag>}
                </Subject>
              ),
            },
            {
              title: m.lastUsed,
              dim: true,
              cell: ({ lastUsedAt }) => <RelativeTime iso={lastUsedAt} timeZone={timeZone} />,
            },
            {
              title: m.signedIn,
              dim: true,
              cell: ({ createdAt }) => <RelativeTime iso={createdAt} timeZone={timeZone} />,
            },
          ]}
          actsTitle={m.actions}
          acts={(session) =>
            !session.current && (
              <RowAct danger label={m.endName({ device: nameOf(session) })} onClick={() => end.mutate(session)}>
                {m.end}
              </RowAct>
            )
          }
        />
      )}
      {!showsAll && sessions.data && sessions.data.total > fewSessions && (
        <Button variant="subtle" size="compact-sm" onClick={() => setShowsAll(true)}>
          {m.showAll({ count: sessions.data.total })}
        </Button>
      )}
      {endingAll && (
        <ActDialog
          title={m.endOthersTitle}
          confirm={m.endOthers}
          danger
          onClose={() => setEndingAll(false)}
          onConfirm={async () => {
            const { ended } = await endOtherSessions()
            showToast({ kind: 'done', title: m.endedOthers({ count: ended }) })
            await refresh()
          }}
        >
          <p>{m.endOthersText}</p>
        </ActDialog>
      )}
    </Section>
  )
}
