import { AppError, badArgument } from '@/lib/errors'
import { newId } from '@/lib/ids'
import type { FulfillmentStatus } from '@/lib/resources/order'
import { moveStatus } from './status'
import { type Act, type Shipment, standingLines, type WholeOrder, withOrder } from './whole-order'

/** Machine 3 of spec other-order-apis D.5, the only place that knows it. */
export const fulfillmentMoves: Record<FulfillmentStatus, readonly FulfillmentStatus[]> = {
  UNFULFILLED: ['PARTIALLY_SHIPPED', 'SHIPPED', 'DELIVERED'],
  PARTIALLY_SHIPPED: ['SHIPPED', 'DELIVERED'],
  SHIPPED: ['DELIVERED', 'RETURNED'],
  DELIVERED: ['RETURNED'],
  RETURNED: [],
}

/** What a parcel is when nobody said who carries it; the carrier is required elsewhere (E.33). */
export const unknownCarrier = 'UNKNOWN'

export type NewShipment = {
  /** Absent: everything that has not left yet. */
  lines?: readonly { lineId: number; quantity: number }[]
  carrier?: string
  trackingNumber?: string | null
  expectedAt?: number | null
}

/** Each standing line's quantity that has not left yet. */
export function remainingLines(whole: WholeOrder): { lineId: number; quantity: number }[] {
  const shipped = new Map<number, number>()
  for (const { lines } of whole.shipments) {
    for (const { lineId, quantity } of lines) shipped.set(lineId, (shipped.get(lineId) ?? 0) + quantity)
  }
  return standingLines(whole)
    .map((line) => ({ lineId: line.id, quantity: line.quantity - (shipped.get(line.id) ?? 0) }))
    .filter(({ quantity }) => quantity > 0)
}

function refuse(whole: WholeOrder, to: FulfillmentStatus): never {
  const { status, fulfillmentStatus } = whole.order
  const why =
    status === 'CANCELED' || status === 'CLOSED'
      ? `The order is ${status}.`
      : `What is ${fulfillmentStatus} cannot become ${to}.`
  throw new AppError('Conflict', why, { target: 'fulfillmentStatus' })
}

/** Shipping or delivering starts an order that has not begun (policy 1). */
function started(whole: WholeOrder, at: number): WholeOrder {
  const { status } = whole.order
  return status === 'PENDING' || status === 'ACCEPTED'
    ? withOrder(whole, moveStatus(whole.order, 'PROCESSING', at) ?? {})
    : whole
}

function addShipment(
  whole: WholeOrder,
  { carrier, trackingNumber, expectedAt }: NewShipment,
  lines: readonly { lineId: number; quantity: number }[],
  at: number,
): WholeOrder {
  const shipment: Shipment = {
    id: newId(at),
    orderId: whole.order.id,
    organizationId: whole.order.organizationId,
    carrier: carrier ?? unknownCarrier,
    trackingNumber: trackingNumber ?? null,
    lines: [...lines],
    shippedAt: at,
    expectedAt: expectedAt ?? null,
    deliveredAt: null,
  }
  return { ...whole, shipments: [...whole.shipments, shipment] }
}

function requireRemaining(wanted: readonly { lineId: number; quantity: number }[], remaining: Map<number, number>) {
  const details = wanted.flatMap(({ lineId, quantity }, i) => {
    const left = remaining.get(lineId) ?? 0
    const repeated = wanted.findIndex((line) => line.lineId === lineId) !== i
    if (quantity >= 1 && quantity <= left && !repeated) return []
    const message = repeated ? `Line ${lineId} is named twice.` : `Of line ${lineId}, ${left} can still leave.`
    return [{ code: 'OutOfRange' as const, target: `lines.${i}`, message }]
  })
  if (details.length > 0) throw badArgument('RequestBody', details[0]!.message, details)
}

/**
 * Sends off lines, or everything that is left.
 * @throws AppError Conflict; BadArgument when more is sent than is left
 */
export const ship =
  (shipment: NewShipment = {}): Act =>
  (whole, at) => {
    const { status, fulfillmentStatus } = whole.order
    const possible = fulfillmentStatus === 'UNFULFILLED' || fulfillmentStatus === 'PARTIALLY_SHIPPED'
    if (!possible || status === 'CANCELED' || status === 'CLOSED') return refuse(whole, 'SHIPPED')
    const remaining = remainingLines(whole)
    const lines = shipment.lines ?? remaining
    requireRemaining(lines, new Map(remaining.map(({ lineId, quantity }) => [lineId, quantity])))
    const sent = addShipment(started(whole, at), shipment, lines, at)
    const all = remainingLines(sent).length === 0
    return withOrder(sent, { fulfillmentStatus: all ? 'SHIPPED' : 'PARTIALLY_SHIPPED' })
  }

/**
 * Everything has arrived; what had not left is handed over now (pick-up, counter sale).
 * @throws AppError Conflict
 */
export const deliver: Act = (whole, at) => {
  const { status, fulfillmentStatus, deliveredAt } = whole.order
  if (fulfillmentStatus === 'DELIVERED') return whole
  if (status === 'CANCELED' || !fulfillmentMoves[fulfillmentStatus].includes('DELIVERED')) {
    return refuse(whole, 'DELIVERED')
  }
  const remaining = remainingLines(whole)
  const begun = started(whole, at)
  const sent = remaining.length > 0 || begun.shipments.length === 0 ? addShipment(begun, {}, remaining, at) : begun
  return withOrder(
    { ...sent, shipments: sent.shipments.map((parcel) => ({ ...parcel, deliveredAt: parcel.deliveredAt ?? at })) },
    { fulfillmentStatus: 'DELIVERED', deliveredAt: deliveredAt ?? at },
  )
}

/**
 * The goods came back: refused on arrival, or after delivery.
 * @throws AppError Conflict
 */
export const returnGoods: Act = (whole) => {
  const { status, fulfillmentStatus } = whole.order
  if (fulfillmentStatus === 'RETURNED') return whole
  if (status === 'CANCELED' || !fulfillmentMoves[fulfillmentStatus].includes('RETURNED')) {
    return refuse(whole, 'RETURNED')
  }
  return withOrder(whole, { fulfillmentStatus: 'RETURNED' })
}
