import { AppError } from '@/lib/errors'
import { moveTo } from '@/lib/orders/move'
import { wordOf } from '@/lib/orders/projection'
import type { Act } from '@/lib/orders/whole-order'
import { type TenantStatus, tenantWords } from './status'

/** Where a customer may take an order (spec other-order-apis C.8): a created one may be declined, nothing else. */
export const customerTransitions = (word: TenantStatus): TenantStatus[] => (word === 'CREATED' ? ['DECLINED'] : [])

/** A customer's transition (D.8). Repeating one is refused too (E.25). @throws AppError Conflict */
export const transition =
  (to: TenantStatus): Act =>
  (whole, at) => {
    const from = wordOf(tenantWords, whole.order)
    if (!customerTransitions(from).includes(to)) {
      throw new AppError('Conflict', `An order that is ${from} cannot become ${to} by its customer.`, {
        target: 'status',
      })
    }
    return moveTo('CANCELED', 'CUSTOMER')(whole, at)
  }
