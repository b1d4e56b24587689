/** An option of a product and the values it comes in: color, red and blue. */
export type Option = { name: string; values: string[] }

/** One value of each option, in the options' order. */
export type Combination = readonly string[]

/** The most options and values that a screen can still show. */
export const optionLimits = { options: 5, values: 100, confirmAbove: 30 }

/** Width and case do not make values different: `Ｒｅｄ` is `red`. */
export const foldValue = (text: string) => text.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase()

/** Values as typed or pasted: parted by commas, tabs or lines, without empty ones and without repetitions. */
export function splitValues(text: string, known: readonly string[] = []): string[] {
  const seen = new Set(known.map(foldValue))
  return text
    .split(/[,，、;；\t\r\n]+/)
    .map((value) => value.trim().replace(/\s+/g, ' '))
    .filter((value) => {
      const folded = foldValue(value)
      if (folded === '' || seen.has(folded)) return false
      seen.add(folded)
      return true
    })
}

/** The options that count: those with a name or values; one without values yields nothing. */
export const usableOptions = (options: readonly Option[]): Option[] => options.filter(({ values }) => values.length > 0)

export const countCombinations = (options: readonly Option[]): number =>
  options.length === 0 ? 0 : options.reduce((count, { values }) => count * values.length, 1)

/** Every combination, the last option changing fastest. */
export function combine(options: readonly Option[]): Combination[] {
  if (options.length === 0) return []
  return options.reduce<Combination[]>(
    (rows, { values }) => rows.flatMap((row) => values.map((value) => [...row, value])),
    [[]],
  )
}

/** What a combination is called among others: equal for values that fold alike. */
export const combinationKey = (combination: Combination) => combination.map(foldValue).join('\u0000')

export const combinationTitle = (combination: Combination) => combination.join(' / ')

/** The custom field in which a made variant keeps its values, so that a later title does not hide what it is. */
export const optionsField = 'options'

type Existing = { title: string; customFields: Record<string, unknown> }

/** Values as titles part them: `Red / M`, `Red, M`, `Red・M`. */
const titleParts = (title: string) => title.split(/[/／,，、|｜・]|\s[-–—]\s/).map((part) => foldValue(part.trim()))

function keptValues({ customFields }: Existing, options: readonly Option[]): string[] | undefined {
  const kept = customFields[optionsField]
  if (typeof kept !== 'object' || kept === null) return undefined
  const byName = new Map(Object.entries(kept).map(([name, value]) => [foldValue(name), value]))
  const values = options.map(({ name }) => byName.get(foldValue(name)))
  return byName.size === options.length && values.every((value) => typeof value === 'string')
    ? (values as string[])
    : undefined
}

/**
 * The combinations that some variant is already: by the values it was made with, else by a title that consists of
 * exactly these values, in whatever order.
 */
export function findExisting(
  options: readonly Option[],
  combinations: readonly Combination[],
  variants: readonly Existing[],
): Set<string> {
  const byValues = new Set<string>()
  const byTitle = new Set<string>()
  for (const variant of variants) {
    const values = keptValues(variant, options)
    if (values) byValues.add(combinationKey(values))
    byTitle.add(titleParts(variant.title).sort().join('\u0000'))
    byTitle.add(foldValue(variant.title))
  }
  const found = new Set<string>()
  for (const combination of combinations) {
    const key = combinationKey(combination)
    const sorted = combination
      .flatMap((value) => titleParts(value))
      .sort()
      .join('\u0000')
    if (byValues.has(key) || byTitle.has(sorted) || byTitle.has(foldValue(combinationTitle(combination))))
      found.add(key)
  }
  return found
}

export const toOptionsField = (options: readonly Option[], combination: Combination): Record<string, string> =>
  Object.fromEntries(options.map(({ name }, i) => [name.trim(), combination[i]!]))
