import { deliver, ship } from '@/lib/orders/fulfillment'
import { moveTo, writeWord } from '@/lib/orders/move'
import type { Act } from '@/lib/orders/whole-order'
import { type GenericStatus, genericWords } from './status'

/** What writing each word does (spec other-order-apis D.8). */
const acts: Record<GenericStatus, Act> = {
  pending: moveTo('PENDING'),
  processing: moveTo('PROCESSING'),
  shipped: ship(),
  delivered: deliver,
  cancelled: moveTo('CANCELED', 'OTHER'),
}

/** The verb the history shows. */
export const genericVerbs: Record<GenericStatus, string> = {
  pending: 'update',
  processing: 'start',
  shipped: 'ship',
  delivered: 'deliver',
  cancelled: 'cancel',
}

/** @throws AppError Conflict */
export const writeGenericStatus = (word: GenericStatus): Act => writeWord(genericWords, word, acts[word])
