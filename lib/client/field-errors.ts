import { ApiError } from './api'
import type { Messages } from './messages/en'
import { detailText } from './refusals'

export type FieldErrors = Readonly<Record<string, string>>

/** What the server says of each field, by its place in the body: `email`, `restrictions.0.label`. */
export function fieldErrorsOf(error: unknown, t: Messages): FieldErrors {
  const found: Record<string, string> = {}
  if (!(error instanceof ApiError)) return found
  for (const detail of error.body.details ?? []) if (detail.target) found[detail.target] ??= detailText(detail, t)
  return found
}

/** Brings the first field that is wrong into view, with the cursor in it. */
export function focusFirstError(form: HTMLElement | null): void {
  // After the messages are drawn: they are what marks the fields.
  requestAnimationFrame(() => form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
}
