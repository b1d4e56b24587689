'use client'

import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { explain } from '@/components/ui/failure'
import tabs from '@/components/ui/tabs.module.css'
import { attachmentUsageQuery } from '@/lib/client/attachments'
import { useMediaMessages } from '@/lib/client/messages/areas/media'
import { useMessages } from '@/lib/client/messages/use-messages'
import css from './media-drawer.module.css'

/** The products and variants that show a file. */
export function MediaUsage({ orgId, id }: { orgId: string; id: string }) {
  const t = useMessages()
  const m = useMediaMessages()
  const usage = useQuery(attachmentUsageQuery(orgId, id))
  const places = usage.data
  return (
    <section className={css.section}>
      <h3>
        {m.whereUsed} {places && places.total > 0 && <span className={`${tabs.count} od-number`}>{places.total}</span>}
      </h3>
      {usage.error && !places ? (
        <p className="od-muted">
          {m.usageFailed}: {explain(usage.error, t)}
        </p>
      ) : !places ? (
        <span className="od-skeleton" style={{ width: '60%' }} />
      ) : places.total === 0 ? (
        <p className="od-muted">{m.notUsed}</p>
      ) : (
        <ul className={css.uses}>
          {places.value.map(({ productId, productName, variantId, variantTitle }) => (
            <li key={variantId ?? productId}>
              <Link className="od-link" href={`/orgs/${orgId}/products/${productId}`}>
                {productName}
              </Link>
              {variantTitle && <span className="od-muted"> {variantTitle}</span>}
            </li>
          ))}
          {places.total > places.count && (
            <li className="od-muted">{m.moreUses({ count: places.total - places.count })}</li>
          )}
        </ul>
      )}
    </section>
  )
}
