import { ApiError } from './api'

export type FieldErrors = Readonly<Record<string, string>>

/** What the server says of each field, by its place in the body: `email`, `restrictions.0.label`. */
export function fieldErrorsOf(error: unknown): FieldErrors {
  const found: Record<string, string> = {}
  if (!(error instanceof ApiError)) return found
  for (const { target, message } of error.body.details ?? []) if (target) found[target] ??= message
  return found
}

/** Brings the first field that is wrong into view, with the cursor in it. */
export function focusFirstError(form: HTMLElement | null): void {
  // After the messages are drawn: they are what marks the fields.
  requestAnimationFrame(() => form?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
}
