import type { Reader } from '@/db'
import { now } from '@/lib/clock'
import { byteOrderMark, csvLine } from '@/lib/export/csv'
import { localTimeIn } from '@/lib/export/local-time'
import { textStream } from '@/lib/export/text-stream'
import { walkList } from '@/lib/export/walk-list'
import { changeSource, historyScope, type StoredChange } from '@/lib/history/find-changes'
import { nameEntities } from '@/lib/history/name-entities'
import { log } from '@/lib/http/log'
import { type Reply, reply } from '@/lib/http/reply'
import { countMatchingOrders, type ListedOrder, orderSource, scopeOf, wholeOrdersOnly } from '@/lib/orders/find-orders'
import type { Organization } from '@/lib/organizations/organization'
import { readFilter } from '@/lib/query/check'
import { type ListQuery, listQuery } from '@/lib/query/list-query'
import { readOrderBy, withTieBreak } from '@/lib/query/order-by'
import { countList } from '@/lib/query/run-list'
import { readSearch } from '@/lib/query/search'
import { changeResource } from '@/lib/resources/change'
import { orderResource } from '@/lib/resources/order'
import type { Resource } from '@/lib/resources/resource'
import { changeColumns, type Header, orderLabel } from './labels'
import { defaultColumns, defaultLineColumns, orderWriter, readColumns } from './order-columns'

/** What every export is asked. */
export type Asked = { $filter?: string; $orderBy?: string; $search?: string; header: Header; bom: boolean }

/** The list a file is of. @throws AppError BadArgument with the place of what is wrong */
export function readQuery(resource: Resource, { $filter, $orderBy, $search }: Asked): ListQuery {
  const sorted = Boolean($orderBy?.trim())
  return listQuery(resource, {
    filter: $filter?.trim() ? readFilter($filter, resource) : undefined,
    search: $search === undefined ? undefined : readSearch($search),
    ...(sorted ? { sort: withTieBreak(readOrderBy($orderBy!, resource)) } : {}),
    sorted,
  })
}

/** A failure in the midst of a file cannot be answered any more: the connection breaks, and the log says why. */
async function* reported(pieces: AsyncGenerator<string>): AsyncGenerator<string> {
  try {
    yield* pieces
  } catch (error) {
    log.error({ error: error instanceof Error ? error.stack : String(error) }, 'export broken off')
    throw error
  }
}

/** A file made as it is read. `total`: how many things it is about. */
export function fileReply(
  name: string,
  { slug, timeZone }: Organization,
  total: number,
  pieces: AsyncGenerator<string>,
): Reply {
  const date = localTimeIn(timeZone)(now()).slice(0, 10)
  return reply({
    stream: new Response(textStream(reported(pieces)), {
      headers: {
        'content-type': 'text/csv; charset=utf-8; header=present',
        'content-disposition': `attachment; filename="${slug}-${name}-${date}.csv"`,
        'x-total-count': String(total),
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
      },
    }),
  })
}

/** An organization's orders as a file. @throws AppError BadArgument */
export async function answerOrderExport(
  db: Reader,
  organization: Organization,
  asked: Asked & { columns?: string; rows: 'orders' | 'lines' },
): Promise<Reply> {
  const list = readQuery(orderResource, asked)
  const chosen = asked.columns?.trim()
  const columns = chosen ? readColumns(chosen) : asked.rows === 'lines' ? defaultLineColumns : defaultColumns
  const write = orderWriter(columns, asked.rows, localTimeIn(organization.timeZone))
  const own = { organizationId: organization.id }
  const total = await countMatchingOrders(db, own, list)

  async function* pieces(): AsyncGenerator<string> {
    yield (asked.bom ? byteOrderMark : '') + csvLine(columns.map((path) => orderLabel(path, asked.header)))
    const scope = { scope: scopeOf(own), conditions: [wholeOrdersOnly] }
    for await (const rows of walkList(db, orderSource, list, scope, total)) {
      yield rows.map((row) => write(row as ListedOrder)).join('')
    }
  }
  return fileReply(asked.rows === 'lines' ? 'order-lines' : 'orders', organization, total, pieces())
}

const asText = (value: unknown): string | number | boolean | null =>
  typeof value === 'object' && value !== null ? JSON.stringify(value) : ((value ?? null) as string | null)

/** Instants are kept as numbers; their names tell them apart. */
const fieldText = (name: string, value: unknown, localTime: (at: number) => string) =>
  name.endsWith('At') && typeof value === 'number' ? localTime(value) : asText(value)

/** A change as lines of a file: one for each field, or one without. */
function writeChange(change: StoredChange, name: string | null, localTime: (at: number) => string): string {
  const fields = Object.entries(change.fields)
  const line = (field: string | null, before: unknown, after: unknown) => {
    const cells = {
      at: localTime(change.at),
      'actor.kind': change.actorKind,
      'actor.name': change.actorName,
      'actor.id': change.actorId,
      operation: change.operation,
      entity: change.entity,
      entityName: name,
      entityId: change.entityId,
      version: change.version,
      field,
      before: field && fieldText(field, before, localTime),
      after: field && fieldText(field, after, localTime),
      surface: change.surface,
      requestId: change.requestId,
      batchId: change.batchId,
      id: change.id,
    } satisfies Record<keyof typeof changeColumns, unknown>
    return csvLine((Object.keys(changeColumns) as (keyof typeof changeColumns)[]).map((column) => cells[column]))
  }
  if (fields.length === 0) return line(null, null, null)
  return fields.map(([field, [before, after]]) => line(field, before, after)).join('')
}

/** An organization's history as a file. @throws AppError BadArgument */
export async function answerHistoryExport(db: Reader, organization: Organization, asked: Asked): Promise<Reply> {
  const list = readQuery(changeResource, asked)
  const scope = historyScope({ organizationId: organization.id })
  const total = await countList(db, changeSource, list, scope)
  const localTime = localTimeIn(organization.timeZone)
  const label = (column: keyof typeof changeColumns) =>
    asked.header === 'fields' ? column : changeColumns[column][asked.header]

  async function* pieces(): AsyncGenerator<string> {
    const columns = Object.keys(changeColumns) as (keyof typeof changeColumns)[]
    yield (asked.bom ? byteOrderMark : '') + csvLine(columns.map(label))
    for await (const rows of walkList(db, changeSource, list, scope, total)) {
      const changes = rows as StoredChange[]
      const names = await nameEntities(db, changes)
      yield changes.map((change, i) => writeChange(change, names[i]!, localTime)).join('')
    }
  }
  return fileReply('history', organization, total, pieces())
}
