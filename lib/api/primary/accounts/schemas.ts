import { z } from 'zod'
import { newPassword, personEmail, personName } from '@/lib/api/primary/members/schemas'
import { memberRoles } from '@/lib/resources/member'

const name = personName
const email = personEmail

const accountFields = {
  id: z.string(),
  name: z.string(),
  email: z.string(),
  typeId: z.string(),
  isSystemAdmin: z.boolean(),
  emailVerified: z.boolean(),
  disabled: z.boolean(),
  hasPassword: z.boolean().describe('False until somebody chose one through a link.'),
  lastSeenAt: z.string().nullable(),
  createdAt: z.string(),
  updatedAt: z.string(),
}

export const accountSchema = z.strictObject(accountFields).meta({ id: 'Account' })

export const wholeAccountSchema = z
  .strictObject({
    ...accountFields,
    organizations: z.array(z.strictObject({ id: z.string(), name: z.string(), role: z.enum(memberRoles) })),
  })
  .meta({ id: 'WholeAccount' })

export const newAccountSchema = z.strictObject({
  name,
  email,
  isSystemAdmin: z.boolean().optional(),
  emailVerified: z.boolean().optional(),
  password: newPassword.optional().describe('Without one the account waits for a link: see `:passwordLink`.'),
})

export const accountPatchSchema = z
  .strictObject({
    name,
    email,
    isSystemAdmin: z.boolean(),
    emailVerified: z.boolean(),
    disabled: z.boolean().describe('A disabled account cannot sign in; its sessions and tokens end at once.'),
  })
  .partial()

export const passwordSchema = z.strictObject({ password: newPassword })

export const passwordLinkSchema = z
  .strictObject({
    token: z.string().describe('Shown this once.'),
    url: z.string().describe('The page on which a password is chosen. Shown this once.'),
    expiresAt: z.string(),
  })
  .meta({ id: 'PasswordLink' })

export const passwordResetSchema = z
  .strictObject({ name: z.string(), email: z.string(), expiresAt: z.string() })
  .meta({ id: 'PasswordReset', description: 'Whose password a link is for.' })

export const resetDoneSchema = z.strictObject({ email: z.string() })

export const mePatchSchema = z.strictObject({ name }).partial()

export const changePasswordSchema = z.strictObject({
  currentPassword: z.string().min(1).max(200),
  newPassword,
})

export const endedSchema = z.strictObject({ ended: z.int().min(0).describe('How many other sign-ins ended.') })

export const ownSessionSchema = z
  .strictObject({
    id: z.string(),
    kind: z.enum(['browser', 'client', 'personal']),
    label: z.string().nullable(),
    userAgent: z.string().nullable(),
    current: z.boolean().describe('The one this request came through.'),
    lastUsedAt: z.string(),
    expiresAt: z.string(),
    createdAt: z.string(),
  })
  .meta({ id: 'OwnSession' })

export const nothingSchema = z.strictObject({})
