import { Button } from '@mantine/core'
import { ShownOnce } from '@/components/people/shown-once'
import layout from '@/components/ui/form.module.css'
import type { CreatedApiKey } from '@/lib/client/api-keys'
import { useApiKeyMessages } from '@/lib/client/messages/areas/api-keys'
import own from './api-keys.module.css'

/** A read that the key may do, to see that it works. */
function firstCall({ organization, scopes }: CreatedApiKey): string {
  const of = (what: string) => (organization === null ? `/api/admin/${what}` : `/api/orgs/${organization}/${what}`)
  if (scopes.includes('orders:read')) return organization === null ? '/api/orders' : of('orders')
  if (scopes.includes('products:read')) return of('products')
  if (scopes.includes('attachments:read')) return organization === null ? '/api/attachments' : of('attachments')
  return '/api/orgs'
}

/** A new key's token, this once, and how to use it. */
export function ReadyKey({ made, onClose }: { made: CreatedApiKey; onClose: () => void }) {
  const m = useApiKeyMessages()
  return (
    <div className={layout.stack}>
      <p className="od-muted">{m.once}</p>
      <ShownOnce label={m.token} value={made.token} />
      <div>
        <p className="od-muted">{m.tryIt}</p>
        <pre
          className={own.code}
        >{`curl '${window.location.origin}${firstCall(made)}?$top=1' \\\n  -H 'authorization: Bearer ${made.token}'`}</pre>
      </div>
      <div className={layout.foot}>
        <Button onClick={onClose}>{m.done}</Button>
      </div>
    </div>
  )
}
