import { z } from 'zod'
import { listOf } from '@/lib/api/primary/list-schema'
import { organizationSchema } from '@/lib/api/primary/organizations/to-organization'
import { roles } from '@/lib/auth/actor'
import { scopes } from '@/lib/auth/scopes'

const email = z.string().min(1).max(254)
/** Long enough for any passphrase, short enough to hash. */
const password = z.string().min(1).max(200)
const fingerprint = z
  .string()
  .min(1)
  .max(500)
  .describe('Any text the client chooses; sent again as `x-nb-fingerprint`.')

export const loginSchema = z.strictObject({ email, password, fingerprint: fingerprint.optional() })

export const refreshSchema = z.strictObject({
  refreshToken: z.string().min(1).max(500),
  fingerprint: fingerprint.optional(),
})

export const tokensSchema = z
  .strictObject({ userId: z.string(), accessToken: z.string(), refreshToken: z.string() })
  .meta({ id: 'Tokens', description: 'The access token lasts 15 minutes; the refresh token 30 days, for one use.' })

export const preferencesSchema = z
  .strictObject({
    locale: z.enum(['en', 'ja']),
    theme: z.enum(['light', 'dark', 'auto']),
    density: z.enum(['comfortable', 'compact']),
    shortcuts: z.boolean().describe('False: shortcuts of a single key are off.'),
  })
  .partial()
  .meta({ id: 'Preferences' })

export const preferencesPatchSchema = z
  .strictObject({
    locale: preferencesSchema.shape.locale.nullable(),
    theme: preferencesSchema.shape.theme.nullable(),
    density: preferencesSchema.shape.density.nullable(),
    shortcuts: preferencesSchema.shape.shortcuts.nullable(),
  })
  .partial()
  .meta({ description: 'Absent: unchanged. Null: taken back, so that the browser decides.' })

export const meSchema = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    typeId: z.string(),
    isSystemAdmin: z.boolean(),
    emailVerified: z.boolean(),
    organizations: z
      .array(
        organizationSchema
          .pick({ id: true, name: true, slug: true, country: true, currency: true, timeZone: true, status: true })
          .extend({ role: z.enum(roles) }),
      )
      .describe('Those the user is a member of, by name.'),
    preferences: preferencesSchema,
    createdAt: z.string(),
    updatedAt: z.string(),
  })
  .meta({ id: 'Me', description: 'The signed-in user, with the role in each organization.' })

export const newApiKeySchema = z.strictObject({
  name: z.string().trim().min(1, 'A name is needed.').max(100, 'At most 100 characters.'),
  scopes: z.array(z.enum(scopes)).min(1, 'Choose at least one scope.').max(scopes.length),
  expiresAt: z.iso
    .datetime({ offset: true })
    .transform((text) => Date.parse(text))
    .nullable()
    .optional(),
})

export const rotateApiKeySchema = z.strictObject({
  graceHours: z
    .int()
    .min(0)
    .max(24 * 30)
    .default(24)
    .describe('How long the old token goes on; 0 ends it at once.'),
})

const apiKeyFields = {
  id: z.string(),
  name: z.string(),
  hint: z.string().describe('The first characters of the token.'),
  scopes: z.array(z.string()),
  organization: z.string().nullable().describe('Null for a key of the whole system.'),
  expiresAt: z.string().nullable(),
  lastUsedAt: z.string().nullable(),
  createdBy: z
    .strictObject({ id: z.string(), name: z.string() })
    .nullable()
    .describe('Null when it was made on the command line.'),
  replacedBy: z.string().nullable().describe('The key that was made in its place, when it was rotated.'),
  createdAt: z.string(),
  updatedAt: z.string(),
}

export const apiKeySchema = z.strictObject(apiKeyFields).meta({ id: 'ApiKey' })

export const createdApiKeySchema = z
  .strictObject({ ...apiKeyFields, token: z.string().describe('Shown this once.') })
  .meta({ id: 'CreatedApiKey' })

export const apiKeyListSchema = listOf(apiKeySchema)

// What next-auth answers a browser with.
export const providersSchema = z.record(
  z.string(),
  z.strictObject({
    id: z.string(),
    name: z.string(),
    type: z.string(),
    signinUrl: z.string(),
    callbackUrl: z.string(),
  }),
)
export const sessionSchema = z
  .strictObject({ user: z.strictObject({ name: z.string() }), expires: z.string() })
  .partial()
export const csrfSchema = z.strictObject({ csrfToken: z.string() })
export const redirectSchema = z.strictObject({ url: z.string().describe('Where to go next: one of our own pages.') })
