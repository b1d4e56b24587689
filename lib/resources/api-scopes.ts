/** What an API key can be given: our own scopes, and those of the Emporix document as they are written there. */
export const ownScopes = [
  'orders:read',
  'orders:write',
  'products:read',
  'products:write',
  'attachments:read',
  'attachments:write',
] as const

export const emporixScopes = [
  'order.order_post',
  'order.order_read',
  'order.order_read_le',
  'order.order_update',
  'order.order_update_completed',
  'order.order_create',
  'order.order_delete',
  'order.history_view',
  'order.order_readascustomer',
  'order.order_updateascustomer',
  'order.order_read_by_vendor',
  'order.order_manage_by_vendor',
] as const
