import { readReadiness } from '@/lib/api/primary/system/operations'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { requireReady } from '@/lib/http/readiness'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(readReadiness, async () => {
    await requireReady()
    return { status: 'ok' }
  }),
})
