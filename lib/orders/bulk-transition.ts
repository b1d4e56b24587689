import type { Database, Reader, Tx } from '@/db'
import type { Actor } from '@/lib/auth/actor'
import { now } from '@/lib/clock'
import { AppError, badArgument } from '@/lib/errors'
import { requireOwnBatch } from '@/lib/history/batch'
import { newId } from '@/lib/ids'
import type { CancelReason, OrderStatus } from '@/lib/resources/order'
import { addOrderNotes } from './add-order-note'
import { findSelected, type OrderSelection, type Target } from './bulk-selection'
import { inTurns } from './in-turns'
import { type MovableOrder, readMovableOrders } from './movable-order'
import { absentRow, nameLastChanges, type RowResult, rowResult } from './row-outcome'
import { type Move, saveMoves } from './save-moves'
import { moveStatus, statusMoves } from './status'
import { updateOrder } from './update-order'

/** Where many orders are to go. */
export type BulkMove = {
  status: OrderStatus
  /** With CANCELED only; default OTHER (decision 35). */
  cancelReason?: CancelReason
  /** Kept as a note on every order that moves. */
  note?: string
}

export type BulkRun = {
  /** Absent: orders of every organization. */
  organizationId?: string
  /** Goes on with a batch the same actor began, so that both are taken back together. */
  batchId?: string
  /** Stops between turns. */
  signal?: AbortSignal
}

type Decided = { row: RowResult; move?: Move; split?: MovableOrder }

/** What a move means for one order, as it stands: pure. */
function decide(target: Target, order: MovableOrder | undefined, to: BulkMove, at: number): Decided {
  if (!order) return { row: target.gone ?? absentRow(target.id, 'notFound', 'It was deleted meanwhile.') }
  if (target.version !== undefined && target.version !== order.version) {
    return { row: rowResult(order, 'changedSince', 'It changed since.') }
  }
  try {
    const patch = moveStatus(order, to.status, at, { cancelReason: to.cancelReason })
    if (!patch || to.status === 'PENDING') return { row: rowResult(order, 'unchanged') }
    const after = { ...order, ...patch, version: order.version + 1 }
    const row = rowResult(after, 'moved')
    // What a move means for the other parts of a split order only the act for one order knows.
    if (order.splitKind !== null) return { row, split: order }
    return { row, move: { before: order, patch: differing(order, patch), operation: statusMoves[to.status].command } }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return { row: rowResult(order, 'notAllowed', error.message) }
  }
}

const differing = (order: MovableOrder, patch: Partial<MovableOrder>): Partial<MovableOrder> =>
  Object.fromEntries(Object.entries(patch).filter(([name, value]) => order[name as keyof MovableOrder] !== value))

async function decideAll(
  db: Reader,
  organizationId: string | undefined,
  targets: readonly Target[],
  move: BulkMove,
  at: number,
): Promise<Decided[]> {
  const ids = targets.map(({ id }) => id)
  const found = await readMovableOrders(db, ids, organizationId)
  return targets.map((target) => decide(target, found.get(target.id), move, at))
}

function requireFittingReason({ status, cancelReason }: BulkMove): void {
  if (!cancelReason || status === 'CANCELED') return
  throw badArgument('RequestBody', '`cancelReason` goes with the status CANCELED only.', [
    { code: 'NotAllowed', target: 'cancelReason', message: 'Leave it out.' },
  ])
}

/** What a bulk run would do now. Reads only. @throws AppError as `bulkTransition` */
export async function foreseeBulkTransition(
  db: Reader,
  selection: OrderSelection,
  move: BulkMove,
  { organizationId }: BulkRun = {},
): Promise<RowResult[]> {
  requireFittingReason(move)
  const targets = await findSelected(db, organizationId, selection)
  const foreseen = await inTurns(
    targets,
    async (turn) => (await decideAll(db, organizationId, turn, move, now())).map(({ row }) => row),
    ({ id }, reason) => absentRow(id, 'skipped', reason),
  )
  return nameLastChanges(db, foreseen)
}

/**
 * Moves many orders, each for itself: one that may not move does not keep another from moving. Written a few hundred
 * to a transaction, so that other writers come in between; the history joins them by the batch id.
 * @throws AppError NotFound, BadArgument, Conflict for the selection as a whole, before anything is changed
 */
export async function bulkTransition(
  db: Reader,
  transact: Database['transaction'],
  actor: Actor,
  selection: OrderSelection,
  move: BulkMove,
  { organizationId, batchId: given, signal }: BulkRun = {},
): Promise<{ batchId: string; results: RowResult[] }> {
  requireFittingReason(move)
  if (given) await requireOwnBatch(db, actor, given, organizationId)
  const batchId = given ?? newId()
  const targets = await findSelected(db, organizationId, selection)

  const moveTurn = async (tx: Tx, turn: readonly Target[]): Promise<Decided[]> => {
    const at = now()
    const decided = await decideAll(tx, organizationId, turn, move, at)
    const moves = decided.flatMap(({ move }) => move ?? [])
    await saveMoves(tx, actor, moves, batchId, at)
    if (move.note) {
      const moved = moves.map(({ before }) => before)
      await addOrderNotes(tx, actor, moved, move.note, batchId)
    }
    return decided
  }
  const results = await inTurns(
    targets,
    async (turn) => {
      const rows: RowResult[] = []
      for (const { row, split } of await transact((tx) => moveTurn(tx, turn))) {
        rows.push(split ? await moveSplit(transact, actor, split, move, batchId) : row)
      }
      return rows
    },
    ({ id }, reason) => absentRow(id, 'skipped', reason),
    signal,
  )
  return { batchId, results: await nameLastChanges(db, results) }
}

/** A split order or a part of one, in a transaction of its own: the others follow it, or keep it from moving. */
async function moveSplit(
  transact: Database['transaction'],
  actor: Actor,
  order: MovableOrder,
  { status, cancelReason, note }: BulkMove,
  batchId: string,
): Promise<RowResult> {
  try {
    const patch = { status, cancelReason, note }
    const saved = await transact((tx) =>
      updateOrder(tx, actor, order.organizationId, order.id, patch, [order.version], batchId),
    )
    return rowResult(saved, 'moved')
  } catch (error) {
    // The rest of the turn is stored already, so this must not look as if nothing were.
    if (!(error instanceof AppError)) return rowResult(order, 'skipped', 'The store did not take it; try again.')
    const outcome = error.code === 'Conflict' ? 'notAllowed' : error.code === 'NotFound' ? 'notFound' : 'changedSince'
    return rowResult(order, outcome, error.message)
  }
}
