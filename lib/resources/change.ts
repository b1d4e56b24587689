import { defineResource } from './resource'

export const actorKinds = ['user', 'apiKey', 'anonymous', 'system'] as const

/**
 * One entry of the history: who changed what, when, through which surface, under which request and batch. `fields` has
 * each changed field with what it was and what it became; a filter on it fits either: `fields.status eq 'CANCELED'`.
 */
export const changeResource = defineResource({
  name: 'change',
  fields: {
    id: { type: 'id', label: 'Id', sortable: false },
    organization: { type: 'id', label: 'Organization', nullable: true, sortable: false },
    entity: { type: 'string', label: 'Kind', sortable: false },
    entityId: { type: 'id', label: 'Of', sortable: false },
    version: { type: 'integer', label: 'Version', sortable: false },
    operation: { type: 'string', label: 'What', sortable: false },
    surface: { type: 'string', label: 'Through', sortable: false },
    'actor.kind': { type: 'enum', label: 'Kind of actor', values: actorKinds, sortable: false },
    'actor.id': { type: 'id', label: 'Actor', nullable: true, sortable: false },
    'actor.name': { type: 'string', label: 'Name of actor', sortable: false },
    fields: { type: 'open', label: 'Changes' },
    requestId: { type: 'string', label: 'Request', nullable: true, sortable: false },
    batchId: { type: 'id', label: 'Batch', nullable: true, sortable: false },
    at: { type: 'date', label: 'When' },
  },
  lists: [],
  aliases: { organizationId: 'organization', actorId: 'actor.id' },
  expansions: {},
  indexed: ['at', 'organization', 'entity', 'entityId', 'actor.id', 'requestId', 'batchId'],
  selective: ['id', 'entityId', 'requestId'],
  defaultSort: [
    { path: 'at', direction: 'desc' },
    { path: 'id', direction: 'desc' },
  ],
})
