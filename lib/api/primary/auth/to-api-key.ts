import type { z } from 'zod'
import type { ApiKey } from '@/lib/auth/api-keys'
import { toIso } from '@/lib/clock'
import type { apiKeySchema } from './schemas'

export const toApiKey = (key: ApiKey): z.output<typeof apiKeySchema> => ({
  id: key.id,
  name: key.name,
  hint: key.hint,
  scopes: key.scopes,
  organization: key.organizationId,
  expiresAt: toIso(key.expiresAt),
  lastUsedAt: toIso(key.lastUsedAt),
  createdBy: key.createdBy === null ? null : { id: key.createdBy, name: key.createdByName ?? key.createdBy },
  replacedBy: key.replacedById,
  createdAt: toIso(key.createdAt),
  updatedAt: toIso(key.updatedAt),
})
