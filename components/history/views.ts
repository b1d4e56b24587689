export const historyDefaults = { sort: '-at', size: 50 } as const

/** What the built-in views of a history ask for. */
export const historyViewFilters: Record<string, string> = {
  '': '',
  orders: "entity in ('order', 'orderNote', 'orderVendorMetadata')",
  catalog: "entity in ('product', 'variant', 'category', 'location', 'attribute', 'attachment')",
  people: "entity in ('membership', 'invitation', 'user', 'apiKey', 'organization')",
  batches: 'batchId pr',
}
