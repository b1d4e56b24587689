import { AppError } from '@/lib/errors'
import type { CancelReason, OrderStatus } from '@/lib/resources/order'
import type { Order } from './order'

/** A status move's verb, as the history calls it. */
export type StatusCommand = 'accept' | 'start' | 'close' | 'cancel'

type Move = {
  command: StatusCommand
  from: readonly OrderStatus[]
  /** Why this order may not move although its status would allow it. */
  blocked?: (order: Pick<Order, 'fulfillmentStatus'>) => string | undefined
  /** What the screens ask for before the move. */
  requires: readonly 'cancelReason'[]
}

/**
 * Machine 1 of spec other-order-apis D.3, the only place that knows it: forward only; CLOSED and CANCELED end.
 * Nobody moves to PENDING.
 */
export const statusMoves: Record<Exclude<OrderStatus, 'PENDING'>, Move> = {
  ACCEPTED: { command: 'accept', from: ['PENDING'], requires: [] },
  PROCESSING: { command: 'start', from: ['PENDING', 'ACCEPTED'], requires: [] },
  CLOSED: { command: 'close', from: ['PENDING', 'ACCEPTED', 'PROCESSING'], requires: [] },
  CANCELED: {
    command: 'cancel',
    from: ['PENDING', 'ACCEPTED', 'PROCESSING'],
    blocked: (order) =>
      order.fulfillmentStatus === 'UNFULFILLED'
        ? undefined
        : 'Part of it has left already. Record a return instead of canceling.',
    requires: ['cancelReason'],
  },
}

type Target = keyof typeof statusMoves
const targets = Object.keys(statusMoves) as Target[]

export type Transitions = {
  allowed: { status: Target; requires: readonly string[] }[]
  blocked: { status: Target; reason: string }[]
}

/** Where an order may go now, and where only a guard keeps it from going. */
export function transitionsOf(order: Pick<Order, 'status' | 'fulfillmentStatus'>): Transitions {
  const reachable = targets.filter((status) => statusMoves[status].from.includes(order.status))
  const reasonOf = (status: Target) => statusMoves[status].blocked?.(order)
  return {
    allowed: reachable
      .filter((status) => !reasonOf(status))
      .map((status) => ({ status, requires: statusMoves[status].requires })),
    blocked: reachable.flatMap((status) => {
      const reason = reasonOf(status)
      return reason ? [{ status, reason }] : []
    }),
  }
}

/** @throws AppError Conflict naming what is allowed instead (decisions 3 and 50) */
function refuse(order: Pick<Order, 'status' | 'fulfillmentStatus'>, to: OrderStatus): never {
  const { allowed, blocked } = transitionsOf(order)
  const reason = blocked.find((move) => move.status === to)?.reason
  throw new AppError(
    'Conflict',
    reason
      ? `The order cannot become ${to}. ${reason}`
      : `A ${order.status} order cannot become ${to}.${allowed.length === 0 ? ` ${order.status} is final.` : ''}`,
    {
      target: 'status',
      details: allowed.map(({ status }) => ({
        code: 'Allowed',
        target: status,
        message: `The order may become ${status}.`,
      })),
    },
  )
}

/** What a status move looks at. */
export type Movable = Pick<Order, 'status' | 'fulfillmentStatus' | 'paymentStatus' | 'placement' | 'placedAt'>

/** What a status move changes. Callers may give the instant and the reason. */
export type StatusChange = Pick<Order, 'status' | 'placement'> &
  Partial<Pick<Order, 'placedAt' | 'closedAt' | 'canceledAt' | 'cancelReason' | 'paymentStatus' | 'lastStatusChangeAt'>>

/**
 * The fields that change when an order moves to `to` at `at` (ms UTC); undefined when it is there already.
 * @throws AppError Conflict when the machine does not allow it
 */
export function moveStatus(
  order: Movable,
  to: OrderStatus,
  at: number,
  given: { cancelReason?: CancelReason | null; canceledAt?: number | null; closedAt?: number | null } = {},
): StatusChange | undefined {
  if (order.status === to) return undefined
  if (to === 'PENDING') return refuse(order, to)
  const move = statusMoves[to]
  if (!move.from.includes(order.status) || move.blocked?.(order)) return refuse(order, to)

  const common = { status: to, lastStatusChangeAt: at }
  if (to === 'CANCELED') {
    const open = order.paymentStatus === 'PROCESSING' || order.paymentStatus === 'AUTHORIZED'
    return {
      ...common,
      placement: order.placement,
      canceledAt: given.canceledAt ?? at,
      cancelReason: given.cancelReason ?? 'OTHER',
      ...(open ? { paymentStatus: 'VOIDED' } : {}),
    }
  }
  return {
    ...common,
    placement: 'PLACED',
    placedAt: order.placedAt ?? at,
    ...(to === 'CLOSED' ? { closedAt: given.closedAt ?? at } : {}),
  }
}
