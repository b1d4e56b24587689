import { eq, getTableColumns, inArray } from 'drizzle-orm'
import type { Reader } from '@/db'
import { attributes } from '@/db/schema'
import { attributeColumns } from '@/lib/catalog/columns'
import { notFound } from '@/lib/errors'
import type { ListQuery } from '@/lib/query/list-query'
import { listSource } from '@/lib/query/list-source'
import type { Page } from '@/lib/query/page-walk'
import { runList } from '@/lib/query/run-list'
import { attributeResource } from '@/lib/resources/attribute'
import type { Attribute } from './attribute'

const source = listSource({
  resource: attributeResource,
  columns: attributeColumns,
  select: getTableColumns(attributes),
})

/** All attributes (C42). */
export const findAttributes = (db: Reader, query: ListQuery): Promise<Page<Attribute>> => runList(db, source, query, {})

/** @throws AppError NotFound */
export async function getAttribute(db: Reader, id: string): Promise<Attribute> {
  const [attribute] = await db.select().from(attributes).where(eq(attributes.id, id))
  if (!attribute) throw notFound('Attribute')
  return attribute
}

/** Those of the ids that exist. */
export const findAttributesById = (db: Reader, ids: readonly string[]): Promise<Attribute[]> =>
  db
    .select()
    .from(attributes)
    .where(inArray(attributes.id, [...ids]))
