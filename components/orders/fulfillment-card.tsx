'use client'

import { Button } from '@mantine/core'
import { IconPackage, IconTruck } from '@tabler/icons-react'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { CopyLine } from '@/components/ui/copy-line'
import { Section } from '@/components/ui/section'
import { AxisPill } from '@/components/ui/status-pill'
import { Waiting } from '@/components/ui/waiting'
import { formatInstant } from '@/lib/client/format'
import { useNoteMessages } from '@/lib/client/messages/areas/notes'
import { useOrderPartMessages } from '@/lib/client/messages/areas/order-parts'
import { useLanguage } from '@/lib/client/messages/use-messages'
import type { OrderLine, OrderParts, Shipment } from '@/lib/client/order-parts'
import { BlockedButton } from './blocked-button'
import css from './parts.module.css'
import type { PartCardProps } from './payment-card'
import { lineName } from './quantity-list'
import { orderName } from './views'

const dialogs = {
  ship: dynamic(() => import('./fulfillment-dialogs').then((module) => module.ShipDialog), { ssr: false }),
  deliver: dynamic(() => import('./fulfillment-dialogs').then((module) => module.DeliverDialog), { ssr: false }),
  return: dynamic(() => import('./fulfillment-dialogs').then((module) => module.ReturnDialog), { ssr: false }),
}
type Act = keyof typeof dialogs

const acts: Act[] = ['ship', 'deliver', 'return']

const mayIn = ({ next, remaining }: OrderParts): Record<Act, boolean> => ({
  ship: next.fulfillment.includes('SHIPPED') && remaining.length > 0,
  deliver: next.fulfillment.includes('DELIVERED'),
  return: next.fulfillment.includes('RETURNED'),
})

type ParcelProps = { shipment: Shipment; at: number; lines: Map<number, OrderLine>; timeZone: string }

function Parcel({ shipment, at, lines, timeZone }: ParcelProps) {
  const { locale } = useLanguage()
  const part = useOrderPartMessages()
  const { carrier, trackingNumber, shippedAt, expectedAt, deliveredAt } = shipment
  const when = (iso: string) => formatInstant(locale, timeZone, iso)
  const contents = shipment.lines.map(({ lineId, quantity }) => {
    const line = lines.get(lineId)
    return `${quantity} × ${line ? lineName(line) : lineId}`
  })
  return (
    <li>
      <span className={css.icon} data-arrived={deliveredAt ? '' : undefined}>
        {deliveredAt ? <IconPackage size={15} aria-hidden /> : <IconTruck size={15} aria-hidden />}
      </span>
      <div className={css.parcel}>
        <p className={css.parcelHead}>
          <strong>{part.shipment({ at })}</strong>
          <span>{carrier === 'UNKNOWN' ? part.unknownCarrier : carrier}</span>
          {trackingNumber && <CopyLine value={trackingNumber} />}
        </p>
        <p className={`od-muted ${css.contents}`}>{contents.join(' · ')}</p>
      </div>
      <p className={`od-muted od-number ${css.times}`}>
        {part.shipped} {when(shippedAt)}
        <br />
        {deliveredAt
          ? `${part.delivered} ${when(deliveredAt)}`
          : expectedAt
            ? part.expected({ when: when(expectedAt) })
            : part.onTheWay}
      </p>
    </li>
  )
}

/** Where the goods are, parcel by parcel, and what may happen to them now. */
export function FulfillmentCard({ order, parts, timeZone, busy, onAct }: PartCardProps) {
  const { messages: t } = useLanguage()
  const part = useOrderPartMessages()
  const [asked, setAsked] = useState<Act>()
  const m = useNoteMessages()
  const may = parts && mayIn(parts)
  const first = acts.find((act) => may?.[act])
  const ended = order.status === 'CANCELED' || (order.status === 'CLOSED' && order.fulfillmentStatus === 'UNFULFILLED')
  const reason = (act: Act) => {
    if (ended) return m.notAllowed({ status: t.status[order.status] })
    if (act === 'ship' && parts?.remaining.length === 0) return m.nothingLeft
    return m.notNow({ status: t.fulfillment[order.fulfillmentStatus] })
  }
  const shipments = parts?.shipments ?? []
  const lines = new Map(parts?.lines.map((line) => [line.id, line]))
  const left = parts?.remaining.flatMap(({ lineId, quantity }) => {
    const line = lines.get(lineId)
    return line ? [`${quantity} × ${lineName(line)}`] : []
  })
  const Dialog = asked && dialogs[asked]
  return (
    <Section
      title={t.order.fulfillment}
      mark={<AxisPill axis="fulfillment" value={order.fulfillmentStatus} />}
      head={
        onAct && (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw itself; these are buttons in a row.
          <div className={css.acts} role="group" aria-label={part.actions({ card: t.order.fulfillment })}>
            {may &&
              acts.map((act) =>
                may[act] ? (
                  <Button
                    key={act}
                    variant={act === first ? 'default' : 'subtle'}
                    size="compact-sm"
                    aria-disabled={busy || undefined}
                    onClick={() => !busy && setAsked(act)}
                  >
                    {part[act]}
                  </Button>
                ) : (
                  <BlockedButton key={act} variant="default" size="compact-sm" reason={reason(act)}>
                    {part[act]}
                  </BlockedButton>
                ),
              )}
          </div>
        )
      }
    >
      {shipments.length > 0 ? (
        <ol className={css.shipments}>
          {shipments.map((shipment, i) => (
            <Parcel key={shipment.id} shipment={shipment} at={i + 1} lines={lines} timeZone={timeZone} />
          ))}
        </ol>
      ) : parts || order.fulfillmentStatus === 'UNFULFILLED' ? (
        <p className="od-muted">{part.noShipments}</p>
      ) : (
        <Waiting tight widths={[42, 58]} />
      )}
      {order.fulfillmentStatus === 'PARTIALLY_SHIPPED' && left && left.length > 0 && (
        <p className={`od-muted ${css.left}`}>{part.left({ items: left.join(' · ') })}</p>
      )}
      {Dialog && onAct && parts && (
        <Dialog
          order={order}
          parts={parts}
          onClose={() => setAsked(undefined)}
          onAct={(act) =>
            onAct(act, (changed) =>
              part.fulfillmentNow({
                number: orderName(changed),
                status: t.fulfillment[changed.fulfillmentStatus],
              }),
            )
          }
        />
      )}
    </Section>
  )
}
