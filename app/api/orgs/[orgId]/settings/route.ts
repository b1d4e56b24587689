import { patchSettings, readSettingsOperation } from '@/lib/api/primary/organizations/operations'
import { answerSettings, readSettings } from '@/lib/api/primary/organizations/settings'
import { methods, route } from '@/lib/api/primary/vocabulary'
import { getSettings, updateSettings } from '@/lib/organizations/update-settings'

export const { GET, POST, PUT, PATCH, DELETE } = methods({
  GET: route(readSettingsOperation, async ({ db, organization }) =>
    answerSettings(db, await getSettings(db, organization.id)),
  ),
  PATCH: route(patchSettings, async ({ tx, actor, organization, body, expected }) =>
    answerSettings(tx, await updateSettings(tx, actor, organization.id, readSettings(body), expected)),
  ),
})
