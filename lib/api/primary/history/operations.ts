import { changeSchema, listOf } from '@/lib/api/primary/list-schema'
import { operation } from '@/lib/http/operation'
import { changeResource } from '@/lib/resources/change'

const tag = 'History'
const description = "Newest first. A filter on `fields` fits what a field was or became: `fields.status eq 'CANCELED'`."

export const listHistory = operation({
  id: 'listHistory',
  method: 'GET',
  path: '/orgs/{orgId}/history',
  summary: 'Everything that happened in an organization',
  description,
  tag,
  access: 'organization',
  list: { resource: changeResource, expand: false },
  long: true,
  success: { status: 200, schema: listOf(changeSchema) },
})

export const listSystemHistory = operation({
  id: 'listSystemHistory',
  method: 'GET',
  path: '/admin/history',
  summary: 'Everything that happened anywhere',
  description,
  tag,
  access: 'system',
  list: { resource: changeResource, expand: false },
  long: true,
  success: { status: 200, schema: listOf(changeSchema) },
})

export const historyOperations = [listHistory, listSystemHistory]
