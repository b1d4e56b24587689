import { z } from 'zod'
import { listOf } from '@/lib/api/primary/list-schema'
import { operation } from '@/lib/http/operation'
import { invitationResource } from '@/lib/resources/invitation'
import { memberResource } from '@/lib/resources/member'
import { userResource } from '@/lib/resources/user'
import {
  acceptedInvitationSchema,
  acceptInvitationSchema,
  createdInvitationSchema,
  invitationSchema,
  memberPatchSchema,
  memberSchema,
  newInvitationSchema,
  offeredInvitationSchema,
  personSchema,
} from './schemas'

const tag = 'Members'
const access = 'organization'

/** `$search` in small tables: words that stand in the name or the address, in any order. */
export const wordSearch = { $search: z.string().max(200).optional().describe('Words in the name or the address.') }

export const listMembers = operation({
  id: 'listMembers',
  method: 'GET',
  path: '/orgs/{orgId}/members',
  summary: 'Who has a role in an organization',
  tag,
  access,
  list: { resource: memberResource, expand: false },
  query: wordSearch,
  success: { status: 200, schema: listOf(memberSchema) },
})

export const readMember = operation({
  id: 'readMember',
  method: 'GET',
  path: '/orgs/{orgId}/members/{memberId}',
  summary: 'One member',
  tag,
  access,
  success: { status: 200, schema: memberSchema },
  errors: ['NotFound'],
})

export const patchMember = operation({
  id: 'patchMember',
  method: 'PATCH',
  path: '/orgs/{orgId}/members/{memberId}',
  summary: 'Give a member another role',
  description: 'Owners are made and changed by owners and system admins. The last owner stays one: 409.',
  tag,
  access,
  body: memberPatchSchema,
  success: { status: 200, schema: memberSchema },
  errors: ['NotFound', 'Conflict'],
})

export const deleteMember = operation({
  id: 'deleteMember',
  method: 'DELETE',
  path: '/orgs/{orgId}/members/{memberId}',
  summary: 'Take somebody out of an organization',
  description:
    'Works from the very next request of theirs on, and takes back the invitations they made. The last owner stays: 409.',
  tag,
  access,
  success: { status: 204 },
  errors: ['NotFound', 'Conflict'],
})

export const listPeople = operation({
  id: 'listPeople',
  method: 'GET',
  path: '/orgs/{orgId}/people',
  summary: 'Whom an organization knows: members, and users who ordered there',
  tag,
  access,
  list: { resource: userResource, expand: false },
  query: wordSearch,
  success: { status: 200, schema: listOf(personSchema) },
})

export const listInvitations = operation({
  id: 'listInvitations',
  method: 'GET',
  path: '/orgs/{orgId}/invitations',
  summary: 'Invitations that are open or ended lately, newest first',
  tag,
  access,
  list: { resource: invitationResource, expand: false },
  success: { status: 200, schema: listOf(invitationSchema) },
})

export const createInvitationOperation = operation({
  id: 'createInvitation',
  method: 'POST',
  path: '/orgs/{orgId}/invitations',
  summary: 'Invite somebody by a link',
  description:
    'The link is in this answer only. It can be used once, within 7 days. Nothing is sent: pass the link on yourself.',
  tag,
  access,
  body: newInvitationSchema,
  success: { status: 201, schema: createdInvitationSchema },
  idempotent: false,
})

export const deleteInvitation = operation({
  id: 'deleteInvitation',
  method: 'DELETE',
  path: '/orgs/{orgId}/invitations/{invitationId}',
  summary: 'Take an invitation back',
  tag,
  access,
  success: { status: 204 },
  errors: ['NotFound'],
})

export const readInvitation = operation({
  id: 'readInvitation',
  method: 'GET',
  path: '/invitations/{token}',
  summary: 'What an invitation is for',
  description: 'For whoever holds the link. One that ended is answered too, and says so in `state`.',
  tag,
  access: 'public',
  success: { status: 200, schema: offeredInvitationSchema },
  errors: ['NotFound'],
})

export const acceptInvitationOperation = operation({
  id: 'acceptInvitation',
  method: 'POST',
  path: '/invitations/{token}:accept',
  summary: 'Become a member through an invitation',
  description:
    'As the signed-in user, or with a new account. The address counts as verified then. An invitation works once: 409 when it was used, was taken back or has expired.',
  tag,
  access: 'public',
  body: acceptInvitationSchema,
  success: { status: 200, schema: acceptedInvitationSchema },
  errors: ['NotFound', 'Unauthorized', 'Forbidden', 'Conflict'],
  transaction: false,
})

export const memberOperations = [
  listMembers,
  readMember,
  patchMember,
  deleteMember,
  listPeople,
  listInvitations,
  createInvitationOperation,
  deleteInvitation,
  readInvitation,
  acceptInvitationOperation,
]
