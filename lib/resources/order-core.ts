import { disputeStatuses, fulfillmentStatuses, orderStatuses, paymentStatuses, placements } from './order'
import { defineResource } from './resource'

/**
 * The order in the domain's own words: what the other vocabularies filter and sort by, wider than what the Nodeblocks
 * surface shows. Never served as it is. Amounts are minor units.
 */
export const orderCoreResource = defineResource({
  name: 'orderCore',
  fields: {
    id: { type: 'id', label: 'Id' },
    number: { type: 'integer', label: 'Number' },
    version: { type: 'integer', label: 'Version' },
    organization: { type: 'id', label: 'Organization' },
    storeNumber: { type: 'integer', label: 'Store' },
    status: { type: 'enum', label: 'Status', values: orderStatuses },
    placement: { type: 'enum', label: 'Placement', values: placements },
    paymentStatus: { type: 'enum', label: 'Payment', values: paymentStatuses },
    fulfillmentStatus: { type: 'enum', label: 'Fulfillment', values: fulfillmentStatuses },
    disputeStatus: { type: 'enum', label: 'Dispute', values: disputeStatuses },
    currency: { type: 'string', label: 'Currency' },
    totalPrice: { type: 'integer', label: 'Total' },
    totalQuantity: { type: 'integer', label: 'Pieces', nullable: true },
    userId: { type: 'id', label: 'User', nullable: true },
    customerId: { type: 'integer', label: 'Customer', nullable: true },
    customerReference: { type: 'string', label: 'Customer reference', nullable: true },
    /** The reference, else `CUST` and the integer. */
    customerCode: { type: 'string', label: 'Customer code', nullable: true },
    legalEntityId: { type: 'string', label: 'Legal entity', nullable: true },
    siteCode: { type: 'string', label: 'Site', nullable: true },
    restriction: { type: 'string', label: 'Restriction', nullable: true },
    cartId: { type: 'id', label: 'Cart', nullable: true },
    quoteId: { type: 'string', label: 'Quote', nullable: true },
    createdBy: { type: 'id', label: 'Made by', nullable: true },
    splitKind: { type: 'string', label: 'Split', nullable: true },
    masterOrderId: { type: 'id', label: 'Master order', nullable: true },
    externalId: { type: 'string', label: 'External id', nullable: true },
    externalStatus: { type: 'string', label: 'External status' },
    paymentTransactionId: { type: 'string', label: 'Payment transaction', nullable: true },
    placedAt: { type: 'date', label: 'Placed', nullable: true },
    deliveredAt: { type: 'date', label: 'Delivered', nullable: true },
    closedAt: { type: 'date', label: 'Closed', nullable: true },
    lastStatusChangeAt: { type: 'date', label: 'Last status change' },
    createdAt: { type: 'date', label: 'Created' },
    updatedAt: { type: 'date', label: 'Updated' },
  },
  lists: [],
  aliases: {},
  expansions: {},
  defaultSort: [{ path: 'createdAt', direction: 'desc' }],
})
