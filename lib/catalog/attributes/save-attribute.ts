import type { Tx } from '@/db'
import { attributes } from '@/db/schema'
import type { Actor } from '@/lib/auth/actor'
import { saveRow } from '@/lib/catalog/save-row'
import type { Attribute } from './attribute'

/**
 * Changes a stored attribute. When nothing differs it writes nothing.
 * @throws AppError Conflict when it changed since it was read
 */
export async function saveAttribute(
  tx: Tx,
  actor: Actor,
  before: Attribute,
  patch: Partial<Attribute>,
  batchId: string | null = null,
  operation = 'update',
): Promise<Attribute> {
  const options = { entity: 'attribute', organizationId: null, operation, batchId }
  return (await saveRow(tx, actor, attributes, before, patch, options)).row
}
