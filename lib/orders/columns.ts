import { eq } from 'drizzle-orm'
import { orderLines, orders } from '@/db/schema'
import type { ColumnMap } from '@/lib/query/column-map'
import type { orderResource } from '@/lib/resources/order'

/** Where each field of the Nodeblocks order is in the tables. */
export const orderColumns: ColumnMap<typeof orderResource> = {
  table: orders,
  id: orders.id,
  scopedBy: orders.organizationId,
  searched: {
    index: 'order_search',
    number: orders.number,
    fields: ['customer.name', 'customer.nameKana', 'customer.email', 'lineItems.sku', 'lineItems.productName'],
  },
  fields: {
    id: orders.id,
    number: orders.number,
    version: orders.version,
    organization: orders.organizationId,
    cart: orders.cartId,
    checkout: orders.checkoutId,
    status: orders.status,
    paymentStatus: orders.paymentStatus,
    fulfillmentStatus: orders.fulfillmentStatus,
    disputeStatus: orders.disputeStatus,
    legalEntityId: orders.legalEntityId,
    cancelReason: orders.cancelReason,
    currency: orders.currency,
    subtotalPrice: orders.subtotalPrice,
    totalTax: orders.totalTax,
    totalPrice: orders.totalPrice,
    closedAt: orders.closedAt,
    canceledAt: orders.canceledAt,
    createdAt: orders.createdAt,
    updatedAt: orders.updatedAt,
    'customer.user': orders.userId,
    'customer.name': orders.customerName,
    'customer.nameKana': orders.customerNameKana,
    'customer.addressLine1': orders.customerAddressLine1,
    'customer.addressLine2': orders.customerAddressLine2,
    'customer.addressLine3': orders.customerAddressLine3,
    'customer.phone': orders.customerPhone,
    'customer.email': orders.customerEmail,
    'customer.age': orders.customerAge,
    'customer.preferredContactMethod': orders.customerPreferredContactMethod,
    'customer.preferredTimeToContact': orders.customerPreferredTimeToContact,
    customFields: orders.customFields,
  },
  lists: {
    lineItems: {
      table: orderLines,
      parent: orderLines.orderId,
      scope: orderLines.organizationId,
      where: eq(orderLines.removed, false),
      indexed: ['lineItems.product', 'lineItems.sku'],
      fields: {
        'lineItems.product': orderLines.productId,
        'lineItems.productName': orderLines.productName,
        'lineItems.variant': orderLines.variantId,
        'lineItems.variantTitle': orderLines.variantTitle,
        'lineItems.sku': orderLines.sku,
        'lineItems.quantity': orderLines.quantity,
        'lineItems.price.amount': orderLines.priceAmount,
        'lineItems.price.taxable': orderLines.taxable,
      },
    },
  },
}
