import { isDeepStrictEqual } from 'node:util'
import { and, desc, eq, inArray } from 'drizzle-orm'
import type { Reader, Tx } from '@/db'
import { insertRows } from '@/db/dialect/insert-rows'
import { categories, changes } from '@/db/schema'
import type { Actor } from '@/lib/auth/actor'
import { now, toIso } from '@/lib/clock'
import { AppError, notFound } from '@/lib/errors'
import type { StoredChange } from '@/lib/history/find-changes'
import { findLaterDeletion, keptFields, lastVersions } from '@/lib/history/kept-row'
import { said } from '@/lib/history/last-change'
import { recordChanges } from '@/lib/history/record-change'
import { newId } from '@/lib/ids'
import { maxLevels } from '@/lib/resources/max-levels'
import type { Attribute } from './attributes/attribute'
import { saveAttribute } from './attributes/save-attribute'
import type { Category } from './categories/category'
import { saveCategory } from './categories/update-category'
import { findStanding } from './find-standing'
import type { Location } from './locations/location'
import { saveLocation } from './locations/update-location'
import {
  type ChangedEntity,
  type ChangeRow,
  changedTables,
  changeRow,
  deletedAgain,
  nameLastChanges,
} from './products/change-outcome'
import type { Product } from './products/product'
import { saveProduct } from './products/save-product'
import { remembered } from './save-row'
import { touchCatalog } from './stamp'
import { heightOf, pathToRoot } from './tree/parent'
import { rankOf } from './tree/rank'

/** What a deletion took away; everything else in its batch changed because of it. */
type Kind = 'category' | 'location' | 'attribute'
type Node = Category | Location | Attribute

const kinds: readonly string[] = ['category', 'location', 'attribute'] satisfies Kind[]
const isKind = (entity: string): entity is Kind => kinds.includes(entity)

/** Ids per statement. */
const atOnce = 500

/**
 * Takes the deletion of a category, of a location with what went along, or of an attribute back. What was deleted is
 * there again under its id, where it stood; what the deletion changed (children that moved up, products that got
 * something else, attributes) is as it was, where that is still as the deletion left it: otherwise its row says who
 * changed it and when. The revert is a batch of its own, which cannot be taken back.
 * @throws AppError NotFound, Conflict when the batch deleted nothing of the kind, it was deleted once more since, the
 * parent is gone, or the tree would grow too deep
 */
export async function revertDeletion(
  tx: Tx,
  actor: Actor,
  batchId: string,
): Promise<{ batchId: string; results: ChangeRow[] }> {
  // Sorted here: asked for more than the batch, an engine may walk through the whole history.
  const steps = (await tx.select().from(changes).where(eq(changes.batchId, batchId))).sort((one, other) =>
    one.id < other.id ? -1 : 1,
  )
  if (steps.length === 0) throw notFound('Batch')
  const deletions = steps.filter(({ entity, operation }) => isKind(entity) && operation === 'delete')
  const kind = deletions[0]?.entity
  if (kind === undefined || !isKind(kind)) {
    const message = 'This batch deleted no category, location or attribute: there is nothing to undo.'
    throw new AppError('Conflict', message, { target: 'batchId', inner: { code: 'NotRevertible' } })
  }
  const ownId = newId()
  const rows = await restoreNodes(tx, actor, kind, deletions, ownId)
  if (rows.some(({ outcome }) => outcome === 'changed')) {
    const others = steps.filter((step) => !deletions.includes(step))
    for (const [entity, group] of Map.groupBy(others, (step) => step.entity as ChangedEntity)) {
      rows.push(...(await giveBack(tx, actor, entity, group, ownId)))
    }
    if (kind !== 'attribute') await requireRoom(tx, kind, deletions)
    await touchCatalog(tx)
  }
  return { batchId: ownId, results: await nameLastChanges(tx, rows) }
}

/** Stores deleted rows again; those that are there already are left alone. */
async function restoreNodes(
  tx: Tx,
  actor: Actor,
  kind: Kind,
  deletions: readonly StoredChange[],
  batchId: string,
): Promise<ChangeRow[]> {
  const table = changedTables[kind]
  const ids = deletions.map(({ entityId }) => entityId)
  const standing = await findStanding(tx, table, ids)
  const missing = deletions.filter(({ entityId }) => !standing.has(entityId))
  const later = await findLaterDeletion(tx, missing)
  if (later) {
    const { reason, inner } = deletedAgain(later)
    throw refuse(kind, reason, inner)
  }
  if (kind !== 'attribute') await requireParents(tx, kind, missing)
  const versions = await lastVersions(tx, kind, ids)
  const nodes: Node[] = []
  for (const deletion of missing) {
    nodes.push(await nodeOf(tx, kind, deletion, (versions.get(deletion.entityId) ?? 0) + 1))
  }
  await insertRows(tx, table, nodes as never)
  await recordChanges(
    tx,
    actor,
    nodes.map((node) => ({
      organizationId: null,
      entity: kind,
      entityId: node.id,
      version: node.version,
      operation: 'restore',
      after: remembered(node),
      batchId,
      at: node.updatedAt,
    })),
  )
  return deletions.map((deletion) => {
    const { id, name } = { id: deletion.entityId, ...(keptFields(deletion) as { name: string }) }
    const row = standing.has(id)
      ? changeRow({ id, name }, 'unchanged', 'It is there again already.')
      : changeRow({ id, name }, 'changed')
    return { entity: kind, ...row }
  })
}

async function nodeOf(db: Reader, kind: Kind, deletion: StoredChange, version: number): Promise<Node> {
  const kept = keptFields(deletion) as Partial<Category & Location & Attribute> & { name: string }
  const common = { ...kept, id: deletion.entityId, version, updatedAt: now() }
  if (kind === 'attribute') {
    // Categories that are gone by now would make it one that could not be saved.
    const standing = await findStanding(db, categories, kept.categoryIds ?? [])
    const categoryIds = (kept.categoryIds ?? []).filter((id) => standing.has(id))
    return { groupName: null, ...common, categoryIds } as Attribute
  }
  const place = { parentId: null, rank: rankOf(kept.name, deletion.entityId) }
  return (kind === 'category' ? { ...place, icon: null, ...common } : { ...place, ...common }) as Category | Location
}

const parentOf = ({ fields }: StoredChange) => (fields.parentId?.[0] ?? null) as string | null

const targets = { category: 'Category', location: 'Location', attribute: 'Attribute' }

const refuse = (kind: Kind, message: string, inner: { code: string; [fact: string]: unknown }) =>
  new AppError('Conflict', message, { target: targets[kind], inner })

/** @throws AppError Conflict saying who deleted the parent of one that is to come back */
async function requireParents(tx: Tx, kind: 'category' | 'location', missing: readonly StoredChange[]): Promise<void> {
  const coming = new Set(missing.map(({ entityId }) => entityId))
  for (const deletion of missing) {
    const parentId = parentOf(deletion)
    if (parentId === null || coming.has(parentId)) continue
    if ((await findStanding(tx, changedTables[kind], [parentId])).has(parentId)) continue
    const [gone] = await tx
      .select()
      .from(changes)
      .where(and(eq(changes.entity, kind), eq(changes.entityId, parentId), eq(changes.version, 0)))
      .orderBy(desc(changes.at), desc(changes.id))
      .limit(1)
    const { name } = keptFields(deletion)
    const parent = gone && keptFields(gone).name
    const message = gone
      ? `“${name}” stood under “${parent}”, which is gone: ${said(gone)} Take that back first.`
      : `“${name}” stood under something that is gone.`
    throw refuse(kind, message, { code: 'ParentGone', name, parent, by: gone?.actorName, at: gone && toIso(gone.at) })
  }
}

/** @throws AppError Conflict when something that came back, or what stands below it, is deeper than a tree may be */
async function requireRoom(tx: Tx, kind: 'category' | 'location', deletions: readonly StoredChange[]): Promise<void> {
  const coming = new Set(deletions.map(({ entityId }) => entityId))
  for (const deletion of deletions) {
    const parentId = parentOf(deletion)
    if (parentId === null || coming.has(parentId)) continue
    const room = maxLevels - (await pathToRoot(tx, changedTables[kind], parentId)).length
    if ((await heightOf(tx, changedTables[kind], deletion.entityId, room)) <= room) continue
    const { name } = keptFields(deletion)
    const message = `With “${name}” the tree would have more than ${maxLevels} levels.`
    throw refuse(kind, message, { code: 'TooDeep', name, levels: maxLevels })
  }
}

type Row = { id: string; name: string }

/** Makes what a deletion changed as it was before, where it is still as the deletion left it. */
async function giveBack(
  tx: Tx,
  actor: Actor,
  entity: ChangedEntity,
  steps: readonly StoredChange[],
  batchId: string,
): Promise<ChangeRow[]> {
  const rows: ChangeRow[] = []
  for (let from = 0; from < steps.length; from += atOnce) {
    const some = steps.slice(from, from + atOnce)
    const table = changedTables[entity]
    const ids = some.map(({ entityId }) => entityId)
    const found = (await tx.select().from(table).where(inArray(table.id, ids))) as Row[]
    const byId = new Map(found.map((row) => [row.id, row]))
    for (const { entityId, fields } of some) {
      const row = byId.get(entityId)
      const answer = (outcome: 'changed' | 'changedSince') => ({
        entity,
        ...changeRow(row!, outcome, reasons[outcome]),
      })
      if (!row) {
        rows.push({ entity, ...changeRow({ id: entityId, name: null }, 'notFound', 'It was deleted meanwhile.') })
      } else if (!isStill(row, fields)) rows.push(answer('changedSince'))
      else {
        const patch = Object.fromEntries(Object.entries(fields).map(([name, [before]]) => [name, before]))
        await save[entity](tx, actor, row, patch, batchId)
        rows.push(answer('changed'))
      }
    }
  }
  return rows
}

const reasons = { changed: undefined, changedSince: 'It changed since.' }

/** Whether every field a step set is as the step left it. */
const isStill = (row: object, fields: StoredChange['fields']) =>
  Object.entries(fields).every(([name, [, after]]) =>
    isDeepStrictEqual((row as Record<string, unknown>)[name] ?? null, after),
  )

type Save = (tx: Tx, actor: Actor, row: Row, patch: object, batchId: string) => Promise<unknown>

const save: Record<ChangedEntity, Save> = {
  product: (tx, actor, row, patch, batchId) =>
    saveProduct(tx, actor, row as Product, patch, { operation: 'revert', batchId }),
  category: (tx, actor, row, patch, batchId) => saveCategory(tx, actor, row as Category, patch, 'revert', batchId),
  location: (tx, actor, row, patch, batchId) => saveLocation(tx, actor, row as Location, patch, 'revert', batchId),
  attribute: (tx, actor, row, patch, batchId) => saveAttribute(tx, actor, row as Attribute, patch, batchId, 'revert'),
}
