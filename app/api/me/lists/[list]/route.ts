import { putListArrangement, readListArrangement } from '@/lib/api/primary/views/operations'
import { readListName } from '@/lib/api/primary/views/to-view'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { findListArrangement, saveListArrangement } from '@/lib/views/list-preferences'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(readListArrangement, ({ db, actor, params }) =>
    findListArrangement(db, actor.userId!, readListName(params.list)),
  ),
  PUT: route(putListArrangement, ({ tx, actor, params, body }) =>
    saveListArrangement(tx, actor.userId!, readListName(params.list), body),
  ),
})
