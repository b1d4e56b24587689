import { answerPage } from '@/lib/api/primary/catalog/answer'
import { listRailLines } from '@/lib/api/primary/catalog/rail'
import { toRailLine } from '@/lib/api/primary/catalog/to-rail'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { findRailLines } from '@/lib/catalog/rail/find-rail'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(listRailLines, async (context) =>
    answerPage(context, await findRailLines(context.db, context.list), toRailLine),
  ),
})
