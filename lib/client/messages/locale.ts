export const locales = ['en', 'ja'] as const
export type Locale = (typeof locales)[number]

/** What each language calls itself. */
export const languageNames: Record<Locale, string> = { en: 'English', ja: '日本語' }

/** Remembers the language before anybody has signed in; the account's own preference wins afterwards. */
export const localeCookie = 'orderdesk-locale'

const isLocale = (word: string): word is Locale => (locales as readonly string[]).includes(word)

/** The first language of ours among what is asked for; English when there is none. */
export function chooseLocale(...asked: (string | null | undefined)[]): Locale {
  for (const text of asked) {
    for (const range of text?.split(',') ?? []) {
      const word = range.trim().slice(0, 2).toLowerCase()
      if (isLocale(word)) return word
    }
  }
  return 'en'
}
