import { findCategoryTree } from '@/lib/catalog/categories/find-categories'
import { countByCategory, countByLocation } from '@/lib/catalog/count-products'
import { findLocationTree } from '@/lib/catalog/locations/find-locations'
import { type AskingList, answerPage } from './answer'
import { toCategory, toLocation, toTreeNode } from './to-tree'

type AskingTree = AskingList & { query: { parentId?: string } }

/** A level of the category tree (C12). */
export async function answerCategoryTree(context: AskingTree) {
  const { db, list, query } = context
  const counts = await countByCategory()
  const page = await findCategoryTree(db, list, query.parentId)
  return answerPage(context, page, (row) => toTreeNode(row, counts, toCategory))
}

/** A level of the location tree (C2). */
export async function answerLocationTree(context: AskingTree) {
  const { db, list, query } = context
  const counts = await countByLocation()
  const page = await findLocationTree(db, list, query.parentId)
  return answerPage(context, page, (row) => toTreeNode(row, counts, toLocation))
}
