import { createView as createOperation, listViews } from '@/lib/api/primary/views/operations'
import { answerView, requireOpenable, toView } from '@/lib/api/primary/views/to-view'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { createView } from '@/lib/views/create-view'
import { findViews } from '@/lib/views/find-views'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(listViews, async ({ db, actor, organization, query }) => {
    const views = await findViews(db, actor, organization.id, query.list)
    return { total: views.length, count: views.length, value: views.map(toView) }
  }),
  POST: route(createOperation, async ({ tx, actor, organization, body }) => {
    requireOpenable(body.list, body.state)
    return answerView(await createView(tx, actor, organization.id, body))
  }),
})
