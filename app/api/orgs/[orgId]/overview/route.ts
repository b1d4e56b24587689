import { readOverview } from '@/lib/api/primary/overview/operations'
import { toOverview } from '@/lib/api/primary/overview/to-overview'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { findOverview } from '@/lib/overview/find-overview'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(readOverview, async ({ db, organization, query }) =>
    toOverview(organization, await findOverview(db, organization, query)),
  ),
})
