import { eq } from 'drizzle-orm'
import type { Database, Reader, Tx } from '@/db'
import { categories, changes } from '@/db/schema'
import type { Actor } from '@/lib/auth/actor'
import { visibleSpan } from '@/lib/catalog/publication'
import { requireMayPromote } from '@/lib/catalog/rights'
import { restoreVariants } from '@/lib/catalog/variants/restore-variants'
import { AppError, notFound } from '@/lib/errors'
import type { StoredChange } from '@/lib/history/find-changes'
import { newId } from '@/lib/ids'
import { inTurns } from '@/lib/orders/in-turns'
import { requireNormal } from '@/lib/organizations/find-organization'
import type { Organization } from '@/lib/organizations/organization'
import type { PublicationStatus } from '@/lib/resources/product'
import { type ChangeRow, changeRow, nameLastChanges } from './change-outcome'
import { findStandingProducts } from './find-products'
import type { Product } from './product'
import { checkReferences } from './references'
import { restoreProduct } from './restore-product'
import { saveProduct } from './save-product'

/** What a batch did to one product, latest first. */
type Changed = { id: string; steps: StoredChange[] }

/** The verbs of a batch that can be taken back. */
const revertible = new Set(['update', 'delete', 'removeVariants'])

/** @throws AppError NotFound, Conflict when the batch did nothing that could be taken back */
async function findChanged(db: Reader, batchId: string, organizationId: string) {
  // Told apart and sorted here: asked for more than the batch, an engine may walk through the whole history.
  const found = await db.select().from(changes).where(eq(changes.batchId, batchId))
  const rows = found
    .filter((row) => row.organizationId === organizationId)
    .sort((one, other) => (one.id < other.id ? 1 : -1))
  if (rows.length === 0) throw notFound('Batch')
  const steps = rows.filter(({ entity, operation }) => entity === 'product' && revertible.has(operation))
  if (steps.length === 0) {
    const message = 'This batch changed no products, or took changes back itself: there is nothing to undo.'
    throw new AppError('Conflict', message, { target: 'batchId', inner: { code: 'NotRevertible' } })
  }
  const products = [...Map.groupBy(steps, ({ entityId }) => entityId)].map(([id, own]) => ({ id, steps: own }))
  return { products: products.reverse(), deletedVariants: variantsOf(rows) }
}

/** The variants a batch deleted, by product. */
const variantsOf = (rows: readonly StoredChange[]) =>
  Map.groupBy(
    rows.filter(({ entity, operation }) => entity === 'variant' && operation === 'delete'),
    ({ fields }) => String(fields.productId?.[0]),
  )

const onlyLostVariants = ({ steps }: Changed) => steps.every(({ operation }) => operation === 'removeVariants')

/** What every changed column was before the steps. */
function earlier(steps: readonly StoredChange[]): Partial<Product> {
  const fields: Record<string, unknown> = {}
  for (const step of steps) for (const [name, [before]] of Object.entries(step.fields)) fields[name] = before
  return fields
}

/** @throws AppError BadArgument when what a product pointed at is no more */
async function requireReferences(db: Reader, organizationId: string, patch: Partial<Product>): Promise<void> {
  await checkReferences(db, organizationId, [
    {
      path: '',
      locationIds: patch.locationIds,
      imageIds: patch.images?.map(({ id }) => id),
      attributes: patch.attributes,
    },
  ])
  if (!patch.categoryId) return
  // An archived category is taken as it is: the product was in it.
  const found = await db.select({ id: categories.id }).from(categories).where(eq(categories.id, patch.categoryId))
  if (found.length === 0) throw new AppError('Conflict', 'The category it was in is no more.')
}

async function revertOne(
  tx: Tx,
  actor: Actor,
  organization: Organization,
  product: Product,
  { steps }: Changed,
  batchId: string,
): Promise<ChangeRow> {
  if (!steps.every(({ version }, i) => version === product.version - i)) {
    return changeRow(product, 'changedSince', 'It changed since.')
  }
  const patch = earlier(steps)
  if ('variantIds' in patch) {
    return changeRow(product, 'notAllowed', 'Its variants changed in the same act; that is not taken back.')
  }
  try {
    requireMayPromote(actor, patch)
    await requireReferences(tx, organization.id, patch)
    const after = { ...product, ...patch }
    const publication = {
      status: after.publicationStatus as PublicationStatus,
      since: after.publicationSince,
      until: after.publicationUntil,
    }
    const whole = { ...patch, ...visibleSpan(publication, organization.timeZone) }
    await saveProduct(tx, actor, product, whole, { operation: 'revert', batchId })
    return changeRow(product, 'changed')
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    return changeRow(product, 'notAllowed', error.message)
  }
}

/**
 * Takes a bulk change back: each product it changed is again what it was, and each it deleted is there again with its
 * variants, unless something later happened to it; then the row says who did what and when. Products that lost variants
 * have them again. The reverts are a batch of their own, which cannot be taken back.
 * @throws AppError NotFound when there is no such batch here, Conflict when it changed no products
 */
export async function revertProductBatch(
  db: Reader,
  transact: Database['transaction'],
  actor: Actor,
  organization: Organization,
  batchId: string,
  signal?: AbortSignal,
): Promise<{ batchId: string; results: ChangeRow[] }> {
  requireNormal(organization)
  const { products, deletedVariants } = await findChanged(db, batchId, organization.id)
  const ownId = newId()
  const revertTurn = async (tx: Tx, turn: readonly Changed[]): Promise<ChangeRow[]> => {
    const ids = turn.map(({ id }) => id)
    const found = await findStandingProducts(tx, ids)
    const rows: ChangeRow[] = []
    for (const changed of turn) {
      const product = found.get(changed.id)?.product
      const deletion = changed.steps.find(({ operation }) => operation === 'delete')
      if (product && deletion) rows.push(changeRow(product, 'unchanged', 'It is there again already.'))
      else if (product && onlyLostVariants(changed)) {
        const variants = deletedVariants.get(changed.id) ?? []
        rows.push(await restoreVariants(tx, actor, product, variants, ownId))
      } else if (product) rows.push(await revertOne(tx, actor, organization, product, changed, ownId))
      else if (deletion) {
        const variants = deletedVariants.get(changed.id) ?? []
        rows.push(await restoreProduct(tx, actor, organization, deletion, variants, ownId))
      } else rows.push(changeRow({ id: changed.id, name: null }, 'notFound', 'It was deleted meanwhile.'))
    }
    return rows
  }
  const results = await inTurns(
    products,
    (turn) => transact((tx) => revertTurn(tx, turn)),
    ({ id }, reason) => changeRow({ id, name: null }, 'skipped', reason),
    signal,
  )
  return { batchId: ownId, results: await nameLastChanges(db, results) }
}
