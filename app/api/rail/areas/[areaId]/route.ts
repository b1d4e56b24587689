import { answerOne } from '@/lib/api/primary/catalog/answer'
import { readRailArea } from '@/lib/api/primary/catalog/rail'
import { toRailArea } from '@/lib/api/primary/catalog/to-rail'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { getRailArea } from '@/lib/catalog/rail/find-rail'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(readRailArea, async (context) =>
    answerOne(context, toRailArea(await getRailArea(context.db, context.params.areaId)), 1),
  ),
})
