import { and, eq, ne, or } from 'drizzle-orm'
import type { Reader } from '@/db'
import { organizations } from '@/db/schema'
import { AppError, type ErrorDetail } from '@/lib/errors'

/**
 * Refuses a slug or store number that another organization has; `except` is the one that asks.
 * @throws AppError Conflict with one detail for each that is taken
 */
export async function requireFree(
  db: Reader,
  { slug, storeNumber, except }: { slug: string; storeNumber: number; except?: string },
): Promise<void> {
  const others = await db
    .select({ slug: organizations.slug, storeNumber: organizations.storeNumber, name: organizations.name })
    .from(organizations)
    .where(
      and(
        or(eq(organizations.slug, slug), eq(organizations.storeNumber, storeNumber)),
        except === undefined ? undefined : ne(organizations.id, except),
      ),
    )
  const details: ErrorDetail[] = others.flatMap((other) => [
    ...(other.slug === slug
      ? [{ code: 'Duplicate' as const, target: 'slug', message: `${other.name} has the slug \`${slug}\`.` }]
      : []),
    ...(other.storeNumber === storeNumber
      ? [
          {
            code: 'Duplicate' as const,
            target: 'storeNumber',
            message: `${other.name} has the store number ${storeNumber}.`,
          },
        ]
      : []),
  ])
  const [first] = details
  if (first) throw new AppError('Conflict', first.message, { target: first.target, details })
}
