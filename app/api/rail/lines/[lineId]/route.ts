import { answerOne } from '@/lib/api/primary/catalog/answer'
import { readRailLine } from '@/lib/api/primary/catalog/rail'
import { toRailLine } from '@/lib/api/primary/catalog/to-rail'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { getRailLine } from '@/lib/catalog/rail/find-rail'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(readRailLine, async (context) =>
    answerOne(context, toRailLine(await getRailLine(context.db, context.params.lineId)), 1),
  ),
})
