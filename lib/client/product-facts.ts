import { queryOptions } from '@tanstack/react-query'
import { getJson } from './api'
import { type ProductFacts, productsKey, productsPath } from './products'

type Waiting = { resolve: (facts: ProductFacts | null) => void; reject: (error: unknown) => void }

/** Ids one call takes. */
const most = 100

const waiting = new Map<string, Map<string, Waiting[]>>()

async function ask(orgId: string, asked: Map<string, Waiting[]>) {
  const ids = [...asked.keys()]
  for (let from = 0; from < ids.length; from += most) {
    const some = ids.slice(from, from + most)
    try {
      const found = await getJson<ProductFacts[]>(`${productsPath(orgId)}:facts?productIds=${some.join(',')}`)
      const byId = new Map(found.map((facts) => [facts.id, facts]))
      for (const id of some) for (const { resolve } of asked.get(id)!) resolve(byId.get(id) ?? null)
    } catch (error) {
      for (const id of some) for (const { reject } of asked.get(id)!) reject(error)
    }
  }
}

/** All that is asked for in one go becomes one call. */
function readFacts(orgId: string, id: string): Promise<ProductFacts | null> {
  let asked = waiting.get(orgId)
  if (!asked) {
    asked = new Map()
    waiting.set(orgId, asked)
    setTimeout(() => {
      const now = waiting.get(orgId)!
      waiting.delete(orgId)
      void ask(orgId, now)
    })
  }
  return new Promise((resolve, reject) => {
    asked.set(id, [...(asked.get(id) ?? []), { resolve, reject }])
  })
}

/** Facts of one product; null when there is none. Those of a whole page share a call. */
export const factsQuery = (orgId: string, productId: string) =>
  queryOptions({
    queryKey: [...productsKey(orgId), 'facts', productId],
    queryFn: () => readFacts(orgId, productId),
    staleTime: 15_000,
  })
