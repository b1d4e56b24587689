import type { Reader } from '@/db'
import { type OrderVersion, readStoredOrders } from '@/lib/orders/find-orders'
import { toOrderText } from './to-order'

type Kept = Map<string, { version: number; text: string }>

/** Orders of a generation; two are kept, of some 4 KB an order. */
const generation = 2000

const generations = new WeakMap<Reader, { young: Kept; old: Kept }>()

function keptBy(db: Reader) {
  let kept = generations.get(db)
  if (!kept) {
    kept = { young: new Map(), old: new Map() }
    generations.set(db, kept)
  }
  return kept
}

function keep(db: Reader, id: string, version: number, text: string) {
  const kept = keptBy(db)
  if (kept.young.size >= generation) {
    kept.old = kept.young
    kept.young = new Map()
  }
  kept.young.set(id, { version, text })
}

/**
 * The JSON texts of orders, in their order. A version of an order never changes (it is what its `ETag` names), so its
 * text is kept: lists are asked for the same orders again and again. Undefined when one of them was changed or deleted
 * since it was listed. See docs/decisions/kept-texts.md.
 */
export async function orderTexts(db: Reader, wanted: readonly OrderVersion[]): Promise<string[] | undefined> {
  const kept = keptBy(db)
  const missing: string[] = []
  const texts = new Map<string, string>()
  for (const { id, version } of wanted) {
    const young = kept.young.get(id)
    const found = young ?? kept.old.get(id)
    if (found?.version !== version) missing.push(id)
    else {
      texts.set(id, found.text)
      if (!young) keep(db, id, version, found.text)
    }
  }
  const versions = new Map(wanted.map(({ id, version }) => [id, version]))
  for (const order of missing.length > 0 ? await readStoredOrders(db, missing) : []) {
    if (order.version !== versions.get(order.id)) return undefined
    const text = toOrderText(order)
    texts.set(order.id, text)
    keep(db, order.id, order.version, text)
  }
  return texts.size === wanted.length ? wanted.map(({ id }) => texts.get(id)!) : undefined
}
