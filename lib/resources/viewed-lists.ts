/** Lists that views are kept of, and that remember how one arranged them. */
export const viewedLists = [
  'orders',
  'products',
  'categories',
  'locations',
  'attributes',
  'attachments',
  'members',
  'apiKeys',
  'organizations',
  'users',
  'history',
] as const
export type ViewedList = (typeof viewedLists)[number]
