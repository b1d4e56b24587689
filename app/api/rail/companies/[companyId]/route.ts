import { answerOne } from '@/lib/api/primary/catalog/answer'
import { readRailCompany } from '@/lib/api/primary/catalog/rail'
import { toRailCompany } from '@/lib/api/primary/catalog/to-rail'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { getRailCompany } from '@/lib/catalog/rail/find-rail'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(readRailCompany, async (context) =>
    answerOne(context, toRailCompany(await getRailCompany(context.db, context.params.companyId)), 1),
  ),
})
