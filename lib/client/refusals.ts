import type { ApiErrorBody } from './api'
import type { RefusalText } from './messages/areas/refusals'
import type { Messages } from './messages/en'

type Detail = { code: string; message: string }

/** A number, or a name as the server quotes one: what a sentence made from a code cannot say. */
const saysMore = /[\d`“"]/

function tell(t: Messages, code: string, text: RefusalText, words: string, facts: Record<string, unknown> = {}) {
  const texts = t.refusals!
  // A text that takes the facts has the numbers in it.
  if (typeof text === 'function') return text(facts)
  return texts.open.has(code) || saysMore.test(words) ? texts.both({ sentence: text, words }) : text
}

const textOf = <T>(texts: Record<string, T>, code: string): T | undefined =>
  Object.hasOwn(texts, code) ? texts[code] : undefined

/** What is wrong with one thing that was sent: in the reader's language where its code is known there. */
export function detailText({ code, message }: Detail, t: Messages): string {
  const texts = t.refusals
  const text = texts && (textOf<string>(texts.details, code) ?? textOf<string>(texts.codes, code))
  return text === undefined ? message : tell(t, code, text, message)
}

/** One sentence for what the server refused: in the reader's language where a code says it, else in its own words. */
export function refusalText({ code, message, details = [], innererror }: ApiErrorBody, t: Messages): string {
  const texts = t.refusals
  const only = details.length === 1 ? details[0] : undefined
  if (!texts) return only && !message.includes(only.message) ? `${message} ${only.message}` : message
  const inner = textOf(texts.inner, innererror?.code ?? '')
  if (inner !== undefined) return tell(t, innererror!.code!, inner, message, innererror)
  if (only && textOf(texts.details, only.code)) return detailText(only, t)
  const text = textOf<string>(texts.codes, code)
  return text === undefined ? message : tell(t, code, text, message)
}
