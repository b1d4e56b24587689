import { answerPage } from '@/lib/api/primary/catalog/answer'
import { listRailStations } from '@/lib/api/primary/catalog/rail'
import { toRailStation } from '@/lib/api/primary/catalog/to-rail'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { findRailStations } from '@/lib/catalog/rail/find-rail'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(listRailStations, async (context) =>
    answerPage(context, await findRailStations(context.db, context.list), toRailStation),
  ),
})
