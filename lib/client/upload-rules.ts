import { attachmentTypes } from '@/lib/resources/attachment'
import type { UploadLimits } from './attachments'

/** Why a file is not even sent. */
export type Refusal =
  | { kind: 'type'; type: string; allowed: readonly string[] }
  | { kind: 'size'; maxBytes: number }
  | { kind: 'empty' }

type Named = Pick<File, 'name' | 'type' | 'size'>

const typeOfEnding: Record<string, string> = {
  ...Object.fromEntries(Object.entries(attachmentTypes).map(([type, ending]) => [ending, type])),
  jpeg: 'image/jpeg',
}

/** The type a file is announced as. Some systems know no type for newer endings, so that the name decides. */
export function announcedType({ type, name }: Named): string {
  if (type) return type.toLowerCase()
  const ending = /\.(\w+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  return Object.hasOwn(typeOfEnding, ending) ? typeOfEnding[ending]! : ''
}

/** The most characters the server keeps of a name. */
const nameLength = 255

/**
 * What a file is called. Some systems write accents and voiced kana as two characters, which no search would find; of a
 * name that is too long the middle goes, so that its ending stays.
 */
export function keptName(name: string): string {
  const whole = name.normalize('NFC').trim()
  return whole.length <= nameLength ? whole : `${whole.slice(0, nameLength - 21)}…${whole.slice(-20)}`
}

/** What is wrong with a file before a byte of it is sent; undefined when nothing is. */
export function refusalOf(file: Named, limits: UploadLimits): Refusal | undefined {
  const type = announcedType(file)
  if (!limits.types.includes(type)) return { kind: 'type', type, allowed: limits.types }
  if (file.size === 0) return { kind: 'empty' }
  return file.size > limits.maxBytes ? { kind: 'size', maxBytes: limits.maxBytes } : undefined
}

/** What the server takes unless it is told otherwise; it says so itself, and this is for when it cannot be asked. */
export const usualLimits: UploadLimits = { maxBytes: 10 * 1024 * 1024, types: Object.keys(attachmentTypes) }
