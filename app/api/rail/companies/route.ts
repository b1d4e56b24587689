import { answerPage } from '@/lib/api/primary/catalog/answer'
import { listRailCompanies } from '@/lib/api/primary/catalog/rail'
import { toRailCompany } from '@/lib/api/primary/catalog/to-rail'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { findRailCompanies } from '@/lib/catalog/rail/find-rail'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(listRailCompanies, async (context) =>
    answerPage(context, await findRailCompanies(context.db, context.list), toRailCompany),
  ),
})
