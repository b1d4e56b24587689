import { meSchema } from '@/lib/api/primary/auth/schemas'
import { listOf } from '@/lib/api/primary/list-schema'
import { wordSearch } from '@/lib/api/primary/members/operations'
import { operation } from '@/lib/http/operation'
import { accountResource } from '@/lib/resources/account'
import {
  accountPatchSchema,
  accountSchema,
  changePasswordSchema,
  endedSchema,
  mePatchSchema,
  newAccountSchema,
  nothingSchema,
  ownSessionSchema,
  passwordLinkSchema,
  passwordResetSchema,
  passwordSchema,
  resetDoneSchema,
  wholeAccountSchema,
} from './schemas'

const tag = 'Users'
const system = { tag, access: 'system' } as const
const own = { tag, access: 'session' } as const

export const listUsers = operation({
  ...system,
  id: 'listUsers',
  method: 'GET',
  path: '/admin/users',
  summary: 'Every account',
  list: { resource: accountResource, expand: false },
  query: wordSearch,
  success: { status: 200, schema: listOf(accountSchema) },
})

export const createUserOperation = operation({
  ...system,
  id: 'createUser',
  method: 'POST',
  path: '/admin/users',
  summary: 'Make an account',
  body: newAccountSchema,
  success: { status: 201, schema: wholeAccountSchema },
  errors: ['Conflict'],
  transaction: false,
})

export const readUser = operation({
  ...system,
  id: 'readUser',
  method: 'GET',
  path: '/admin/users/{userId}',
  summary: 'One account, with its roles',
  success: { status: 200, schema: wholeAccountSchema },
  errors: ['NotFound'],
})

export const patchUser = operation({
  ...system,
  id: 'patchUser',
  method: 'PATCH',
  path: '/admin/users/{userId}',
  summary: 'Change an account',
  description:
    'The last system admin who can sign in stays one: 409. Disabling an account ends its sessions and tokens at once.',
  body: accountPatchSchema,
  success: { status: 200, schema: wholeAccountSchema },
  errors: ['NotFound', 'Conflict'],
})

export const createPasswordLink = operation({
  ...system,
  id: 'createPasswordLink',
  method: 'POST',
  path: '/admin/users/{userId}:passwordLink',
  summary: 'Make a link through which a new password is chosen',
  description: 'The link is in this answer only. It can be used once, within 24 hours; an earlier one stops working.',
  success: { status: 201, schema: passwordLinkSchema },
  errors: ['NotFound'],
  idempotent: false,
})

export const setUserPassword = operation({
  ...system,
  id: 'setUserPassword',
  method: 'POST',
  path: '/admin/users/{userId}:setPassword',
  summary: 'Set an account’s password',
  description: 'Ends every sign-in of the account.',
  body: passwordSchema,
  success: { status: 204 },
  errors: ['NotFound'],
  transaction: false,
})

export const readPasswordReset = operation({
  id: 'readPasswordReset',
  method: 'GET',
  path: '/password-resets/{token}',
  summary: 'Whose password a link is for',
  tag,
  access: 'public',
  success: { status: 200, schema: passwordResetSchema },
  errors: ['NotFound', 'Conflict'],
})

export const usePasswordReset = operation({
  id: 'usePasswordReset',
  method: 'POST',
  path: '/password-resets/{token}:use',
  summary: 'Choose a new password through a link',
  description: 'Works once, and ends every sign-in of the account.',
  tag,
  access: 'public',
  body: passwordSchema,
  success: { status: 200, schema: resetDoneSchema },
  errors: ['NotFound', 'Conflict'],
  transaction: false,
})

export const patchMe = operation({
  ...own,
  id: 'patchMe',
  method: 'PATCH',
  path: '/me',
  summary: 'Change one’s own name',
  body: mePatchSchema,
  success: { status: 200, schema: meSchema },
})

export const changePasswordOperation = operation({
  ...own,
  id: 'changePassword',
  method: 'POST',
  path: '/me:changePassword',
  summary: 'Change one’s own password',
  description: 'Asks for the present one, and ends every other sign-in. Wrong answers count like failed sign-ins.',
  body: changePasswordSchema,
  success: { status: 200, schema: endedSchema },
  errors: ['TooManyRequests'],
  transaction: false,
})

export const listOwnSessions = operation({
  ...own,
  id: 'listOwnSessions',
  method: 'GET',
  path: '/me/sessions',
  summary: 'Where one is signed in, the latest used first',
  success: { status: 200, schema: listOf(ownSessionSchema) },
})

export const deleteOwnSession = operation({
  ...own,
  id: 'deleteOwnSession',
  method: 'DELETE',
  path: '/me/sessions/{sessionId}',
  summary: 'End one of one’s own sign-ins',
  description: 'One that has ended already stays as it is.',
  success: { status: 204 },
})

export const endOtherSessionsOperation = operation({
  ...own,
  id: 'endOtherSessions',
  method: 'POST',
  path: '/me/sessions:endOthers',
  summary: 'Sign out everywhere else',
  body: nothingSchema,
  bodyOptional: true,
  success: { status: 200, schema: endedSchema },
})

export const accountOperations = [
  listUsers,
  createUserOperation,
  readUser,
  patchUser,
  createPasswordLink,
  setUserPassword,
  readPasswordReset,
  usePasswordReset,
  patchMe,
  changePasswordOperation,
  listOwnSessions,
  deleteOwnSession,
  endOtherSessionsOperation,
]
