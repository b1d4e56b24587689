import { and, eq } from 'drizzle-orm'
import type { Database, Reader, Tx } from '@/db'
import { changes } from '@/db/schema'
import type { Actor } from '@/lib/auth/actor'
import { now } from '@/lib/clock'
import { AppError, notFound } from '@/lib/errors'
import type { StoredChange } from '@/lib/history/find-changes'
import { newId } from '@/lib/ids'
import { inTurns } from '@/lib/orders/in-turns'
import { type MovableOrder, readMovableOrders } from '@/lib/orders/movable-order'
import { isStatusMove, lifecycle, revertOrder } from '@/lib/orders/revert-order'
import { absentRow, nameLastChanges, type RowResult, rowResult } from '@/lib/orders/row-outcome'
import { type Move, saveMoves } from '@/lib/orders/save-moves'
import { partNames } from '@/lib/orders/save-parts'

type BatchChange = Pick<StoredChange, 'entity' | 'entityId' | 'version' | 'operation' | 'fields'>

/** What a batch did to one order, latest first. */
type Moved = { orderId: string; steps: BatchChange[] }

type Decided = { row: RowResult; move?: Move; whole?: MovableOrder }

/**
 * The status moves of a batch by order, in the order they were made.
 * @throws AppError NotFound, Conflict when the batch moved nothing that could be taken back
 */
async function findMoves(db: Reader, batchId: string, organizationId: string | undefined): Promise<Moved[]> {
  // Told apart and sorted here: asked for more than the batch, an engine may walk through the whole history.
  const found = await db
    .select({
      id: changes.id,
      organizationId: changes.organizationId,
      entity: changes.entity,
      entityId: changes.entityId,
      version: changes.version,
      operation: changes.operation,
      fields: changes.fields,
    })
    .from(changes)
    .where(eq(changes.batchId, batchId))
  const rows = found
    .filter((row) => organizationId === undefined || row.organizationId === organizationId)
    .sort((one, other) => (one.id < other.id ? 1 : -1))
  if (rows.length === 0) throw notFound('Batch')
  const moves = rows.filter((row) => row.entity === 'order' && isStatusMove(row))
  if (moves.length === 0) {
    throw new AppError(
      'Conflict',
      'This batch moved no orders, or took a move back itself: there is nothing to undo.',
      {
        target: 'batchId',
        inner: { code: 'NotRevertible' },
      },
    )
  }
  const byOrder = Map.groupBy(moves, ({ entityId }) => entityId)
  return [...byOrder].map(([orderId, steps]) => ({ orderId, steps })).reverse()
}

/** Whether the steps are the order's latest versions without a gap: nothing later happened. */
const isLatest = (order: MovableOrder, steps: readonly BatchChange[]) =>
  steps.every(({ version }, i) => version === order.version - i)

/** What every lifecycle field was before the steps, where that differs from now. */
function earlierFields(order: MovableOrder, steps: readonly BatchChange[]): Partial<MovableOrder> {
  const earlier: Record<string, unknown> = {}
  for (const { fields } of steps) {
    for (const [name, [before]] of Object.entries(fields)) if (lifecycle.has(name)) earlier[name] = before
  }
  return Object.fromEntries(
    Object.entries(earlier).filter(([name, value]) => order[name as keyof MovableOrder] !== value),
  )
}

function decide({ orderId, steps }: Moved, order: MovableOrder | undefined, reverted: ReadonlySet<string>): Decided {
  if (!order) return { row: absentRow(orderId, 'notFound', 'It was deleted meanwhile.') }
  if (!isLatest(order, steps)) {
    return reverted.has(`${order.id} ${order.version}`)
      ? { row: rowResult(order, 'unchanged', 'It was taken back already.') }
      : { row: rowResult(order, 'changedSince', 'It changed since.') }
  }
  if (order.splitKind !== null) {
    const reason = 'A part of a split order cannot be taken back alone: the others follow it.'
    return { row: rowResult(order, 'notAllowed', reason) }
  }
  const patch = earlierFields(order, steps)
  const row = rowResult({ ...order, ...patch, version: order.version + 1 }, 'moved')
  const movedParts = steps.some(({ fields }) => Object.keys(fields).some((name) => partNames.has(name)))
  return movedParts ? { row, whole: order } : { row, move: { before: order, patch, operation: 'revert' } }
}

/** Orders whose latest version is a revert right behind the batch's move, as `id version`. */
async function findReverted(db: Reader, turn: readonly Moved[], found: ReadonlyMap<string, MovableOrder>) {
  const reverted = new Set<string>()
  for (const { orderId, steps } of turn) {
    const order = found.get(orderId)
    if (!order || order.version !== steps[0]!.version + 1) continue
    const [latest] = await db
      .select({ operation: changes.operation })
      .from(changes)
      .where(and(eq(changes.entity, 'order'), eq(changes.entityId, orderId), eq(changes.version, order.version)))
    if (latest?.operation === 'revert') reverted.add(`${orderId} ${order.version}`)
  }
  return reverted
}

/**
 * Takes a bulk run back: each order it moved returns to what it was, unless something later happened to it; then the
 * row says who did what and when. The reverts are a batch of their own, which cannot be taken back (decision 49).
 * @throws AppError NotFound when there is no such batch here, Conflict when it moved nothing
 */
export async function revertBatch(
  db: Reader,
  transact: Database['transaction'],
  actor: Actor,
  batchId: string,
  { organizationId, signal }: { organizationId?: string; signal?: AbortSignal } = {},
): Promise<{ batchId: string; results: RowResult[] }> {
  const moves = await findMoves(db, batchId, organizationId)
  const ownId = newId()

  const revertTurn = async (tx: Tx, turn: readonly Moved[]): Promise<Decided[]> => {
    const ids = turn.map(({ orderId }) => orderId)
    const found = await readMovableOrders(tx, ids, organizationId)
    const reverted = await findReverted(tx, turn, found)
    const decided = turn.map((moved) => decide(moved, found.get(moved.orderId), reverted))
    await saveMoves(
      tx,
      actor,
      decided.flatMap(({ move }) => move ?? []),
      ownId,
      now(),
    )
    return decided
  }
  const results = await inTurns(
    moves,
    async (turn) => {
      const rows: RowResult[] = []
      for (const { row, whole } of await transact((tx) => revertTurn(tx, turn))) {
        rows.push(whole ? await revertWhole(transact, actor, whole, ownId) : row)
      }
      return rows
    },
    ({ orderId }, reason) => absentRow(orderId, 'skipped', reason),
    signal,
  )
  return { batchId: ownId, results: await nameLastChanges(db, results) }
}

/** An order whose move made or changed payments or shipments, in a transaction of its own. */
async function revertWhole(
  transact: Database['transaction'],
  actor: Actor,
  order: MovableOrder,
  batchId: string,
): Promise<RowResult> {
  try {
    const saved = await transact((tx) =>
      revertOrder(tx, actor, order.organizationId, order.id, [order.version], batchId),
    )
    return rowResult(saved, 'moved')
  } catch (error) {
    if (!(error instanceof AppError)) return rowResult(order, 'skipped', 'The store did not take it; try again.')
    return rowResult(order, error.code === 'Conflict' ? 'notAllowed' : 'changedSince', error.message)
  }
}
