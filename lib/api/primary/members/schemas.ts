import { z } from 'zod'
import { memberRoles } from '@/lib/resources/member'

export const roleSchema = z.enum(memberRoles)
const name = z.string().trim().min(1).max(100)
const email = z.string().trim().min(1).max(254)
/** What is chosen anew; signing in takes whatever was chosen before. */
export const newPassword = z.string().min(8).max(200)

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
  email: email.nullable().optional().describe('When given, only an account with this address can accept.'),
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
  .strictObject({ name, email, password: newPassword })
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
