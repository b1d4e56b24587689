import { answerOne } from '@/lib/api/primary/catalog/answer'
import { readRailStation } from '@/lib/api/primary/catalog/rail'
import { toRailStation } from '@/lib/api/primary/catalog/to-rail'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { getRailStation } from '@/lib/catalog/rail/find-rail'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(readRailStation, async (context) =>
    answerOne(context, toRailStation(await getRailStation(context.db, context.params.stationId)), 1),
  ),
})
