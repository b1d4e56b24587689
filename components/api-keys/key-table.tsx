import { Button } from '@mantine/core'
import css from '@/components/people/desk.module.css'
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
  return (
    <table className={css.table} aria-label={m.title}>
      <thead>
        <tr>
          <th scope="col">{m.key}</th>
          <th scope="col">{m.scopes}</th>
          <th scope="col">{m.made}</th>
          <th scope="col">{m.lastUsed}</th>
          <th scope="col">{m.expires}</th>
          <th scope="col">
            <span className="od-hidden">{m.actions}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {keys.map((key) => {
          const isExpired = key.expiresAt !== null && Date.parse(key.expiresAt) <= now
          const blocked = isExpired ? m.expiredReason : key.replacedBy === null ? undefined : m.rotatedReason
          return (
            <tr key={key.id} data-dim={isExpired ? '' : undefined}>
              <td>
                <span className={css.who}>
                  <span className={css.name}>{key.name}</span>
                  {isExpired ? (
                    <span className={css.tag} data-tone="bad">
                      {m.expired}
                    </span>
                  ) : (
                    key.replacedBy !== null && (
                      <span className={css.tag} data-tone="warn">
                        {m.rotated}
                      </span>
                    )
                  )}
                  <span className={`${css.mail} od-mono`}>{key.hint}…</span>
                </span>
              </td>
              <td data-label={m.scopes}>
                <span className={own.scopes}>
                  {key.scopes.map((scope) => (
                    <span key={scope} className={own.scope}>
                      {scope}
                    </span>
                  ))}
                </span>
              </td>
              <td data-label={m.made} className={css.dim}>
                <span title={key.createdBy ? `${m.createdBy}: ${key.createdBy.name}` : undefined}>
                  <RelativeTime iso={key.createdAt} timeZone={timeZone} />
                  {key.createdBy && <span className={css.mail}>{key.createdBy.name}</span>}
                </span>
              </td>
              <td data-label={m.lastUsed} className={css.dim}>
                {key.lastUsedAt ? <RelativeTime iso={key.lastUsedAt} timeZone={timeZone} /> : m.never}
              </td>
              <td data-label={m.expires} className={css.dim}>
                {key.expiresAt ? <RelativeTime iso={key.expiresAt} timeZone={timeZone} /> : m.never}
              </td>
              <td>
                <span className={own.acts}>
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    color={blocked ? 'gray' : undefined}
                    aria-label={m.rotateName({ name: key.name })}
                    title={blocked}
                    data-disabled={blocked ? true : undefined}
                    aria-disabled={blocked ? true : undefined}
                    onClick={(event) => (blocked ? event.preventDefault() : onRotate(key))}
                  >
                    {m.rotate}
                  </Button>
                  <Button
                    size="compact-sm"
                    variant="subtle"
                    color="red"
                    aria-label={m.revokeName({ name: key.name })}
                    onClick={() => onRevoke(key)}
                  >
                    {m.revoke}
                  </Button>
                </span>
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
