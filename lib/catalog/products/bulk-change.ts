import type { Database, Reader, Tx } from '@/db'
import type { Actor } from '@/lib/auth/actor'
import { requireMayPromote } from '@/lib/catalog/rights'
import { AppError, badArgument } from '@/lib/errors'
import { requireOwnBatch } from '@/lib/history/batch'
import { newId } from '@/lib/ids'
import { inTurns } from '@/lib/orders/in-turns'
import { requireNormal } from '@/lib/organizations/find-organization'
import type { Organization } from '@/lib/organizations/organization'
import type { PublicationStatus } from '@/lib/resources/product'
import { type ChangeRow, changeRow } from './change-outcome'
import { deleteProducts } from './delete-products'
import { findStandingProducts } from './find-products'
import type { Product, ProductPatch } from './product'
import { checkReferences } from './references'
import { findSelectedProducts, type ProductSelection, type ProductTarget } from './select-products'
import { updateProduct } from './update-product'

/** What many products are to become. Absent stays. */
export type BulkChange = {
  status?: PublicationStatus
  categoryId?: string
  /** Put behind the tags a product has. */
  addTags?: readonly string[]
  removeTags?: readonly string[]
  isPromoted?: boolean
  /** They are to be no more; goes with nothing else. */
  delete?: true
}

export type BulkRun = {
  organization: Organization
  /** Goes on with a batch the same actor began, so that both are taken back together. */
  batchId?: string
  /** Stops between turns. */
  signal?: AbortSignal
}

const mostTags = 100

/** The patch a change means for one product, or why it cannot be. Pure. */
function patchFor(product: Product, change: BulkChange): ProductPatch {
  const { status, categoryId, addTags = [], removeTags = [], isPromoted } = change
  const kept = product.tags.filter((tag) => !removeTags.includes(tag))
  const tags = [...kept, ...[...new Set(addTags)].filter((tag) => !kept.includes(tag))]
  if (tags.length > mostTags) throw new AppError('Conflict', `A product takes ${mostTags} tags at most.`)
  return {
    ...(status ? { publication: { status } } : {}),
    ...(categoryId ? { categoryId } : {}),
    ...(addTags.length > 0 || removeTags.length > 0 ? { tags } : {}),
    ...(isPromoted === undefined ? {} : { isPromoted }),
  }
}

async function changeOne(
  tx: Tx,
  actor: Actor,
  organization: Organization,
  { id, gone }: ProductTarget,
  before: Product | undefined,
  change: BulkChange,
  batchId: string,
): Promise<ChangeRow> {
  if (!before) return gone ?? changeRow({ id, name: null }, 'notFound', 'It was deleted meanwhile.')
  try {
    if (change.delete) {
      await deleteProducts(tx, actor, organization, [id], { batchId })
      return changeRow(before, 'changed')
    }
    const after = await updateProduct(tx, actor, organization, id, patchFor(before, change), { batchId })
    return changeRow(before, after.version === before.version ? 'unchanged' : 'changed')
  } catch (error) {
    // What is thrown is thrown before anything of this product is written.
    if (!(error instanceof AppError)) throw error
    return changeRow(before, 'notAllowed', error.message)
  }
}

/**
 * Changes many products of an organization, each for itself: one that cannot be changed does not keep another from it.
 * Written a couple of hundred to a transaction, so that other writers come in between; the history joins them by the
 * batch id.
 * @throws AppError Forbidden for `isPromoted`, NotFound, BadArgument, Conflict for the selection as a whole, before
 *   anything is changed
 */
export async function bulkChangeProducts(
  db: Reader,
  transact: Database['transaction'],
  actor: Actor,
  selection: ProductSelection,
  change: BulkChange,
  { organization, batchId: given, signal }: BulkRun,
): Promise<{ batchId: string; results: ChangeRow[] }> {
  requireMayPromote(actor, change)
  requireNormal(organization)
  if (given) await requireOwnBatch(db, actor, given, organization.id)
  await checkReferences(db, organization.id, [{ path: 'change.', categoryId: change.categoryId }])
  const both = (change.addTags ?? []).find((tag) => change.removeTags?.includes(tag))
  if (both !== undefined) {
    const message = 'The same tag is to be added and removed.'
    throw badArgument('RequestBody', message, [{ code: 'NotAllowed', target: 'change.removeTags', message }])
  }
  const batchId = given ?? newId()
  const targets = await findSelectedProducts(db, organization.id, selection)
  const changeTurn = async (tx: Tx, turn: readonly ProductTarget[]): Promise<ChangeRow[]> => {
    const ids = turn.map(({ id }) => id)
    const found = await findStandingProducts(tx, ids)
    const rows: ChangeRow[] = []
    for (const target of turn) {
      const product = found.get(target.id)?.product
      rows.push(await changeOne(tx, actor, organization, target, product, change, batchId))
    }
    return rows
  }
  const results = await inTurns(
    targets,
    (turn) => transact((tx) => changeTurn(tx, turn)),
    ({ id }, reason) => changeRow({ id, name: null }, 'skipped', reason),
    signal,
  )
  return { batchId, results }
}
