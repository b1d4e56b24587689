import { describe, expect, test } from 'vitest'
import { en } from './en'
import { ja } from './ja'

type Texts = Record<string, unknown>
type Hook = { texts: { en: Texts; ja: Texts } }

const modules = import.meta.glob<Record<string, Hook>>('./areas/*.ts', { eager: true })
const catalogs = [
  // The server's own words are English, so that only the others say its codes.
  { name: 'shared', en: { ...en, refusals: {} } as Texts, ja: { ...ja, refusals: {} } as Texts },
  ...Object.entries(modules).flatMap(([path, module]) =>
    Object.values(module)
      .filter((hook) => hook.texts !== undefined)
      .map(({ texts }) => ({ name: path.replace(/^.*\/|\.ts$/g, ''), ...texts })),
  ),
]

/** Every text by its dotted path; what takes values is called with the name of each value it asks for. */
function flatten(texts: Texts, path = ''): [string, unknown][] {
  return Object.entries(texts).flatMap(([key, value]): [string, unknown][] => {
    const at = path ? `${path}.${key}` : key
    if (typeof value === 'object' && value !== null) return flatten(value as Texts, at)
    return [[at, value]]
  })
}

/** Stands for whatever a text is given: a number that counts, and words that can be recognized. */
const values = new Proxy(
  {},
  { get: (_, name) => (/count|total|minutes|seconds|size|days|percent/i.test(String(name)) ? 3 : `‹${String(name)}›`) },
)

const say = (text: unknown): string => (typeof text === 'function' ? String(text(values)) : String(text))

test('every area of the screens has its texts here', () => {
  expect(catalogs.length).toBeGreaterThan(5)
})

describe.each(catalogs)('the texts of $name', ({ en: english, ja: japanese }) => {
  const inEnglish = new Map(flatten(english))
  const inJapanese = new Map(flatten(japanese))

  test('are the same ones in both languages', () => {
    expect([...inJapanese.keys()].sort()).toEqual([...inEnglish.keys()].sort())
  })

  test('are all there', () => {
    const empty = [...inEnglish, ...inJapanese].filter(([, text]) => say(text).trim() === '').map(([path]) => path)
    expect(empty).toEqual([])
  })

  test('take the same values in both languages', () => {
    const asked = (text: unknown) => [...new Set(say(text).match(/‹\w+›/g))].sort()
    const different = [...inEnglish].filter(([path, text]) => {
      const other = inJapanese.get(path)
      return typeof text !== typeof other || asked(text).join() !== asked(other).join()
    })
    expect(different.map(([path]) => path)).toEqual([])
  })

  test('are Japanese where they are sentences', () => {
    // Names, units and codes are the same everywhere; three English words in a row are a text nobody translated.
    const untranslated = [...inJapanese].filter(([, text]) => {
      const words = say(text)
      return /[a-z]{2,} [a-z]{2,} [a-z]{2,}/i.test(words) && !/[\u3040-\u30ff\u4e00-\u9fff]/.test(words)
    })
    expect(untranslated.map(([path]) => path)).toEqual([])
  })
})
