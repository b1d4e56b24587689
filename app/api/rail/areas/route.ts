import { answerPage } from '@/lib/api/primary/catalog/answer'
import { listRailAreas } from '@/lib/api/primary/catalog/rail'
import { toRailArea } from '@/lib/api/primary/catalog/to-rail'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { findRailAreas } from '@/lib/catalog/rail/find-rail'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(listRailAreas, async (context) =>
    answerPage(context, await findRailAreas(context.db, context.list), toRailArea),
  ),
})
