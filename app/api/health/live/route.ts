import { readLiveness } from '@/lib/api/primary/system/operations'
import { methods, route } from '@/lib/api/primary/vocabulary'

export const { GET, POST, PUT, PATCH, DELETE } = methods({ GET: route(readLiveness, async () => ({ status: 'ok' })) })
