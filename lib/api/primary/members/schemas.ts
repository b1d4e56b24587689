import { z } from 'zod'
import { memberRoles } from '@/lib/resources/member'

export const roleSchema = z.enum(memberRoles)
export const personName = z.string().trim().min(1, 'A name is needed.').max(100, 'At most 100 characters.')
export const personEmail = z.string().trim().min(1, 'An e-mail address is needed.').max(254, 'At most 254 characters.')
/** What is chosen anew; signing in takes whatever was chosen before. */
export const newPassword = z.string().min(8, 'At least 8 characters.').max(200, 'At most 200 characters.')

export const memberSchema = z
  .strictObject({
    id: z.string().describe('The user’s id.'),
    name: z.string(),
    email: z.string(),
    role: roleSchema,
    disabled: z.boolean().describe('The account is disabled everywhere.'),
    lastSeenAt: z.string().nullable(),
    createdAt: z.string().describe('Member since.'),
    version: z.int(),
  })
  .meta({ id: 'Member' })

export const memberPatchSchema = z.strictObject({ role: roleSchema })

export const personSchema = z
  .strictObject({ id: z.string(), name: z.string(), email: z.string() })
  .meta({ id: 'Person' })

export const newInvitationSchema = z.strictObject({
  role: roleSchema,
  email: personEmail.nullable().optional().describe('When given, only an account with this address can accept.'),
})

const invitationStates = ['open', 'accepted', 'revoked', 'expired'] as const

const invitationFields = {
  id: z.string(),
  role: roleSchema,
  email: z.string().nullable(),
  state: z.enum(invitationStates),
  invitedBy: z.string().describe('The name of who invited.'),
  expiresAt: z.string(),
  acceptedAt: z.string().nullable(),
  createdAt: z.string(),
  version: z.int(),
}

export const invitationSchema = z.strictObject(invitationFields).meta({ id: 'Invitation' })

export const createdInvitationSchema = z
  .strictObject({
    ...invitationFields,
    token: z.string().describe('Shown this once.'),
    url: z.string().describe('The page on which the invitation is accepted. Shown this once.'),
  })
  .meta({ id: 'CreatedInvitation' })

export const offeredInvitationSchema = z
  .strictObject({
    organization: z.strictObject({ id: z.string(), name: z.string() }),
    role: roleSchema,
    email: z.string().nullable().describe('When given, only an account with this address can accept.'),
    invitedBy: z.string(),
    state: z.enum(invitationStates),
    expiresAt: z.string(),
  })
  .meta({ id: 'OfferedInvitation', description: 'What the holder of an invitation’s link sees.' })

export const acceptInvitationSchema = z
  .strictObject({ name: personName, email: personEmail, password: newPassword })
  .partial()
  .refine(
    (body) =>
      Object.keys(body).length === 0 ||
      (body.name !== undefined && body.email !== undefined && body.password !== undefined),
    { message: 'Give `name`, `email` and `password` for a new account, or nothing to accept as the signed-in user.' },
  )
  .meta({ description: 'Empty: accept as the signed-in user. All three: make an account.' })

export const acceptedInvitationSchema = z
  .strictObject({
    organization: z.strictObject({ id: z.string(), name: z.string() }),
    role: roleSchema,
    user: personSchema,
  })
  .meta({ id: 'AcceptedInvitation' })
