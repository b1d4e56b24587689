import { Detail, RowAct, SmallTable, Subject } from '@/components/ui/small-table'
import { Tag } from '@/components/ui/tag'
import { RelativeTime } from '@/components/ui/time'
import type { ApiKey } from '@/lib/client/api-keys'
import { useApiKeyMessages } from '@/lib/client/messages/areas/api-keys'
import { useNow } from '@/lib/client/use-now'
import own from './api-keys.module.css'

type Props = {
  keys: readonly ApiKey[]
  timeZone: string
  onRotate: (key: ApiKey) => void
  onRevoke: (key: ApiKey) => void
}

/** Keys with what each may do, when it was used and when it ends. */
export function KeyTable({ keys, timeZone, onRotate, onRevoke }: Props) {
  const m = useApiKeyMessages()
  const now = useNow()
  const isExpired = ({ expiresAt }: ApiKey) => expiresAt !== null && Date.parse(expiresAt) <= now
  const time = (iso: string | null) => (iso ? <RelativeTime iso={iso} timeZone={timeZone} /> : m.never)
  return (
    <SmallTable
      label={m.title}
      rows={keys}
      isDim={isExpired}
      columns={[
        {
          title: m.key,
          cell: (key) => (
            <Subject name={key.name} detail={<span className="od-mono">{key.hint}…</span>}>
              {isExpired(key) ? (
                <Tag tone="bad">{m.expired}</Tag>
              ) : (
                key.replacedBy !== null && <Tag tone="warn">{m.rotated}</Tag>
              )}
            </Subject>
          ),
        },
        {
          title: m.scopes,
          cell: ({ scopes }) => (
            <span className={own.scopes}>
              {scopes.map((scope) => (
                <span key={scope} className={own.scope}>
                  {scope}
                </span>
              ))}
            </span>
          ),
        },
        {
          title: m.made,
          dim: true,
          cell: ({ createdAt, createdBy }) => (
            <span title={createdBy ? `${m.createdBy}: ${createdBy.name}` : undefined}>
              {time(createdAt)}
              {createdBy && <Detail>{createdBy.name}</Detail>}
            </span>
          ),
        },
        { title: m.lastUsed, dim: true, cell: ({ lastUsedAt }) => time(lastUsedAt) },
        { title: m.expires, dim: true, cell: ({ expiresAt }) => time(expiresAt) },
      ]}
      actsTitle={m.actions}
      acts={(key) => (
        <>
          <RowAct
            label={m.rotateName({ name: key.name })}
            blocked={isExpired(key) ? m.expiredReason : key.replacedBy === null ? undefined : m.rotatedReason}
            onClick={() => onRotate(key)}
          >
            {m.rotate}
          </RowAct>
          <RowAct danger label={m.revokeName({ name: key.name })} onClick={() => onRevoke(key)}>
            {m.revoke}
          </RowAct>
        </>
      )}
    />
  )
}
