const pattern = /^(\d{4})-(\d{2})-(\d{2})(?:[Tt](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?([Zz]|[+-]\d{2}:\d{2}))?$/

/**
 * Reads an ISO date-time with an offset, or a bare date (midnight UTC), as milliseconds since the epoch. Digits behind
 * the millisecond are cut off. Undefined when it is neither, or names a day or time that does not exist.
 */
export function readInstant(text: string): number | undefined {
  const match = pattern.exec(text)
  if (!match) return undefined
  const [, year, month, day, hour = '00', minute = '00', second = '00', fraction = '', offset = 'Z'] = match
  const millisecond = Number(fraction.padEnd(3, '0').slice(0, 3))
  const date = new Date(0)
  date.setUTCFullYear(Number(year), Number(month) - 1, Number(day))
  // 31 February rolls over into March: a day that does not come back as written does not exist.
  if (date.getUTCMonth() !== Number(month) - 1 || date.getUTCDate() !== Number(day)) return undefined
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined
  date.setUTCHours(Number(hour), Number(minute), Number(second), millisecond)
  if (/^[Zz]$/.test(offset)) return date.getTime()
  const [offsetHours, offsetMinutes] = [Number(offset.slice(1, 3)), Number(offset.slice(4, 6))]
  if (offsetHours > 18 || offsetMinutes > 59) return undefined
  const shift = (offsetHours * 60 + offsetMinutes) * 60_000
  return date.getTime() - (offset.startsWith('-') ? -shift : shift)
}
