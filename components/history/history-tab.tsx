'use client'

import { Button } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { useState } from 'react'
import { useCurrentOrganization } from '@/components/shell/current-organization'
import { Failure, statusOf } from '@/components/ui/failure'
import { MessagePage } from '@/components/ui/message-page'
import { type Change, changesQuery, entityFilter } from '@/lib/client/history'
import { useHistoryMessages } from '@/lib/client/messages/areas/history'
import { useGrowing } from '@/lib/client/use-growing'
import { ChangeEntry } from './change-entry'
import { Days } from './days'
import css from './history.module.css'
import { useChangeWords } from './use-change-words'

type Props = {
  /** Whose history it is read from; left out for what belongs to the whole system, which system admins read. */
  orgId?: string
  /** As the history calls it: `product`, `category`, `location`, `attribute`, `membership`, `user`, `apiKey`. */
  entityType: string
  entityId: string
  /** Takes an entry back. The button waits for it; it shows its own failures. */
  onRevert?: (entry: Change) => Promise<void> | void
  /** Which entries have the button. Left out: all that changed something and deleted nothing. */
  mayRevert?: (entry: Change) => boolean
  /** Another `$filter` in place of the one thing, such as a product and its variants. */
  filter?: string
}

const changedSomething = ({ fields, version }: Change) => version > 1 && Object.keys(fields).length > 0

function RevertButton({ entry, onRevert }: { entry: Change; onRevert: NonNullable<Props['onRevert']> }) {
  const m = useHistoryMessages()
  const [busy, setBusy] = useState(false)
  return (
    <Button
      variant="subtle"
      size="compact-sm"
      loading={busy}
      onClick={async () => {
        setBusy(true)
        try {
          await onRevert(entry)
        } finally {
          setBusy(false)
        }
      }}
    >
      {m.revert}
    </Button>
  )
}

/** What happened to one thing, newest first, day by day: the History tab of every page that has one. */
export function HistoryTab({ orgId, entityType, entityId, onRevert, mayRevert = changedSomething, filter }: Props) {
  const m = useHistoryMessages()
  const words = useChangeWords()
  const { organization } = useCurrentOrganization()
  const query = useGrowing(changesQuery(orgId, filter ?? entityFilter(entityType, entityId)))
  const { rows: entries, error, refetch, hasNextPage, isFetchingNextPage, fetchNextPage } = query
  const timeZone = (orgId && organization?.timeZone) || Intl.DateTimeFormat().resolvedOptions().timeZone
  if (error && !entries) {
    const forbidden = statusOf(error) === 403
    if (!forbidden) return <Failure title={m.failed} error={error} onRetry={() => refetch()} />
    return <MessagePage title={m.forbidden} text={orgId ? m.forbiddenText : m.forbiddenSystem} />
  }
  if (!entries) {
    return (
      <div className={css.skeleton} aria-hidden="true">
        {[52, 38, 61, 45].map((width) => (
          <span key={width} className="od-skeleton" style={{ width: `${width}%` }} />
        ))}
      </div>
    )
  }
  if (entries.length === 0) {
    return <MessagePage icon={<IconHistory size={32} stroke={1.5} />} title={m.emptyTab} text={m.empty} />
  }
  return (
    <div className={css.timeline}>
      <Days items={entries} at={({ at }) => at} keyOf={({ id }) => id} timeZone={timeZone}>
        {(entry) => (
          <ChangeEntry
            entry={entry}
            orgId={orgId ?? null}
            context={{ entity: entry.entity, timeZone, currency: organization?.currency }}
            subject={
              entry.entity === entityType ? undefined : [words.entity(entry.entity), entry.entityName].join(' ').trim()
            }
            actions={onRevert && mayRevert(entry) && <RevertButton entry={entry} onRevert={onRevert} />}
          />
        )}
      </Days>
      {hasNextPage && (
        <Button variant="default" loading={isFetchingNextPage} onClick={() => fetchNextPage()}>
          {m.older}
        </Button>
      )}
    </div>
  )
}
