'use client'

import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import { en, type Messages } from './en'
import { ja } from './ja'
import { type Locale, localeCookie } from './locale'

const catalogs: Record<Locale, Messages> = { en, ja }

type Language = { locale: Locale; messages: Messages; choose: (locale: Locale) => void }

const LanguageContext = createContext<Language | undefined>(undefined)

/** Gives the screens below their language; the choice is kept in a cookie, so that the server writes the same. */
export function LanguageProvider({ initial, children }: { initial: Locale; children: ReactNode }) {
  const [locale, setLocale] = useState(initial)
  const language = useMemo<Language>(
    () => ({
      locale,
      messages: catalogs[locale],
      choose: (next) => {
        // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing on plain http.
        document.cookie = `${localeCookie}=${next}; path=/; max-age=31536000; samesite=lax`
        document.documentElement.lang = next
        setLocale(next)
      },
    }),
    [locale],
  )
  return <LanguageContext value={language}>{children}</LanguageContext>
}

export function useLanguage(): Language {
  const language = useContext(LanguageContext)
  if (!language) throw new Error('useLanguage is used outside of LanguageProvider.')
  return language
}

/** The texts in the reader's language. */
export const useMessages = (): Messages => useLanguage().messages
