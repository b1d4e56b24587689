import { and, eq } from 'drizzle-orm'
import { database } from '@/db'
import { legalEntities, legalEntityMembers, orderLines, orders, restrictionHolders } from '@/db/schema'
import { now } from '@/lib/clock'

type Organization = { id: string }

/** A legal entity with members. */
export async function createLegalEntity(organization: Organization, id: string, members: readonly { id: string }[]) {
  const { transaction } = await database()
  await transaction(async (tx) => {
    await tx.insert(legalEntities).values({ organizationId: organization.id, id, name: id, createdAt: now() })
    for (const { id: userId } of members) {
      await tx.insert(legalEntityMembers).values({ organizationId: organization.id, legalEntityId: id, userId })
    }
  })
}

/** Lets a user see the orders of a label. */
export async function holdRestriction(organization: Organization, restriction: string, user: { id: string }) {
  const { transaction } = await database()
  await transaction((tx) =>
    tx.insert(restrictionHolders).values({ organizationId: organization.id, restriction, userId: user.id }),
  )
}

/** Sets what no surface can set on an order. */
export async function amendOrder(id: string, set: Partial<typeof orders.$inferInsert>) {
  const { transaction } = await database()
  await transaction((tx) => tx.update(orders).set(set).where(eq(orders.id, id)))
}

/** Says which vendor each line of an order is of. */
export async function amendLines(orderId: string, vendorIds: readonly (string | null)[]) {
  const { transaction } = await database()
  await transaction(async (tx) => {
    for (const [position, vendorId] of vendorIds.entries()) {
      await tx
        .update(orderLines)
        .set({ vendorId })
        .where(and(eq(orderLines.orderId, orderId), eq(orderLines.position, position)))
    }
  })
}
