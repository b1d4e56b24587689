import { ping } from '@/lib/api/primary/system/operations'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { appStatus } from '@/lib/app-status'

export const { GET, POST, PUT, PATCH, DELETE } = methods({ GET: route(ping, async () => appStatus()) })
