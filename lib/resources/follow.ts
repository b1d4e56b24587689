import { defineResource } from './resource'

/** Somebody who follows a product (spec nodeblocks 4.9, 5.1). */
export const followResource = defineResource({
  name: 'follow',
  fields: {
    id: { type: 'id', label: 'Id', filterable: false, sortable: false },
    followId: { type: 'id', label: 'Product' },
    followType: { type: 'string', label: 'Kind' },
    followerId: { type: 'id', label: 'Follower' },
    followerType: { type: 'string', label: 'Kind of follower' },
    createdAt: { type: 'date', label: 'Created' },
  },
  lists: [],
  aliases: {},
  expansions: {},
  defaultSort: [{ path: 'createdAt', direction: 'asc' }],
})
