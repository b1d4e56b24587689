import type { Reader } from '@/db'
import type { Actor } from '@/lib/auth/actor'
import { now } from '@/lib/clock'
import type { Organization } from '@/lib/organizations/organization'
import { type ComposedOrder, composeOrder, type NewOrder } from './compose-order'
import { findOrderedLines, type OrderRequest, prepareOrder } from './place-order'

/** An order that is being put together: who it is for may still be open. */
export type QuoteRequest = Omit<OrderRequest, 'customer'> & { customer?: OrderRequest['customer'] }

const nobody: NewOrder['customer'] = { userId: null, name: '' }

/**
 * What an order would come to if it were placed now: its lines, totals and tax as the store would work them out.
 * Nothing is stored, and no number given out.
 * @throws AppError BadArgument, Forbidden, as placing it would
 */
export async function quoteOrder(
  db: Reader,
  actor: Actor,
  organization: Organization,
  { customer, ...request }: QuoteRequest,
): Promise<ComposedOrder> {
  const order: NewOrder = customer
    ? await prepareOrder(db, actor, organization, { ...request, customer })
    : { customer: nobody, lines: await findOrderedLines(db, actor, organization, request.items) }
  return composeOrder(organization, order, { order: 0, lines: order.lines.map(() => 0) }, now())
}
