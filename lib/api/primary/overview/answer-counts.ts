import { setImmediate } from 'node:timers/promises'
import type { z } from 'zod'
import type { Reader } from '@/db'
import { countMatchingOrders } from '@/lib/orders/find-orders'
import { readFilter } from '@/lib/query/check'
import { listQuery } from '@/lib/query/list-query'
import { filterOrigin } from '@/lib/query/query-error'
import { readSearch } from '@/lib/query/search'
import { orderResource } from '@/lib/resources/order'
import type { countsRequestSchema, countsSchema } from './schemas'

type Asked = z.output<typeof countsRequestSchema>['filters'][number]

/** How many orders each of the filters selects. @throws AppError BadArgument naming the filter and the place in it */
export async function answerCounts(
  db: Reader,
  organizationId: string,
  filters: readonly Asked[],
): Promise<z.output<typeof countsSchema>> {
  const queries = filters.map((asked, i) => {
    const { filter = '', search } = typeof asked === 'string' ? { filter: asked } : asked
    const origin = { ...filterOrigin, parameter: `filters.${i}` }
    return listQuery(orderResource, {
      filter: filter.trim() ? readFilter(filter, orderResource, origin) : undefined,
      search: search === undefined ? undefined : readSearch(search),
    })
  })
  const value: { count: number }[] = []
  for (const query of queries) {
    if (value.length > 0) await setImmediate()
    value.push({ count: await countMatchingOrders(db, { organizationId }, query) })
  }
  return { total: value.length, count: value.length, value }
}
