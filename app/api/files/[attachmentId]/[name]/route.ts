import { readFile } from '@/lib/api/primary/attachments/operations'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { serveFile } from '@/lib/attachments/serve-file'
import { reply } from '@/lib/http/reply'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(readFile, async ({ db, params, query, request }) => {
    const { w: width, ...proof } = query
    return reply({ stream: await serveFile(db, { ...params, ...proof, width }, request.headers) })
  }),
})
