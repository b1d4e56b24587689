export * from './catalog'
export * from './identity'
export * from './orders'
export * from './system'
