import { isDeepStrictEqual } from 'node:util'
import type { Tx } from '@/db'
import { insertRows } from '@/db/dialect/insert-rows'
import { changes } from '@/db/schema'
import type { Actor } from '@/lib/auth/actor'
import { now } from '@/lib/clock'
import { newId } from '@/lib/ids'

type Fields = Record<string, unknown>

export type Change = {
  /** Null for entities of the whole system. */
  organizationId: string | null
  entity: string
  entityId: string
  /** The version after the change; 0 when the entity was deleted. */
  version: number
  /** The verb, in the words of the domain: `place`, `accept`, `update`, `delete`. */
  operation: string
  /** Absent for a creation. */
  before?: Fields
  /** Absent for a deletion. */
  after?: Fields
  batchId?: string | null
  /** Default: now. */
  at?: number
}

const unremarkable = new Set(['version', 'updatedAt'])

/** Every field that differs, `[before, after]`; nothing for a creation, everything for a deletion. */
export function changedFields(
  before: Fields | undefined,
  after: Fields | undefined,
): Record<string, [unknown, unknown]> {
  if (!before) return {}
  const fields: Record<string, [unknown, unknown]> = {}
  for (const name of Object.keys(after ?? before)) {
    const [old, fresh] = [before[name] ?? null, after?.[name] ?? null]
    if (!unremarkable.has(name) && !isDeepStrictEqual(old, fresh)) fields[name] = [old, fresh]
  }
  return fields
}

const toRow = (actor: Actor, change: Change): typeof changes.$inferSelect => {
  const at = change.at ?? now()
  return {
    id: newId(at),
    organizationId: change.organizationId,
    entity: change.entity,
    entityId: change.entityId,
    version: change.version,
    operation: change.operation,
    surface: actor.surface,
    actorKind: actor.kind,
    actorId: actor.id,
    actorName: actor.name,
    fields: changedFields(change.before, change.after),
    requestId: actor.requestId,
    batchId: change.batchId ?? null,
    at,
  }
}

/** Appends to the history, in the transaction of the write it tells of. Every domain write calls this. */
export async function recordChange(tx: Tx, actor: Actor, change: Change): Promise<void> {
  await recordChanges(tx, actor, [change])
}

/** The same for many writes at once. */
export async function recordChanges(tx: Tx, actor: Actor, list: readonly Change[]): Promise<void> {
  await insertRows(
    tx,
    changes,
    list.map((change) => toRow(actor, change)),
  )
}
