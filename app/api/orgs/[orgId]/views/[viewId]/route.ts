import * as operations from '@/lib/api/primary/views/operations'
import { answerView, requireOpenable } from '@/lib/api/primary/views/to-view'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { deleteView } from '@/lib/views/delete-view'
import { getView } from '@/lib/views/find-views'
import { updateView } from '@/lib/views/update-view'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(operations.readView, async ({ db, actor, organization, params }) =>
    answerView(await getView(db, actor, organization.id, params.viewId)),
  ),
  PATCH: route(operations.patchView, async ({ tx, actor, organization, params, body, expected }) => {
    const view = await updateView(tx, actor, organization.id, params.viewId, body, expected)
    requireOpenable(view.list, view.state)
    return answerView(view)
  }),
  DELETE: route(operations.deleteView, ({ tx, actor, organization, params, expected }) =>
    deleteView(tx, actor, organization.id, params.viewId, expected),
  ),
})
