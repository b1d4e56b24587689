'use client'

import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'
import type { Messages } from './en'
import { type Locale, localeCookie } from './locale'

const catalogs: Record<Locale, () => Promise<Messages>> = {
  en: () => import('./en').then(({ en }) => en),
  ja: () => import('./ja').then(({ ja }) => ja),
}

type Language = { locale: Locale; messages: Messages; choose: (locale: Locale) => void }

const LanguageContext = createContext<Language | undefined>(undefined)

/**
 * Gives the screens below their language, beginning with the one the page was written in; another is loaded when it is
 * chosen. The choice is kept in a cookie, so that the server writes the same.
 */
export function LanguageProvider({ initial, children }: { initial: Messages; children: ReactNode }) {
  const [messages, setMessages] = useState(initial)
  const language = useMemo<Language>(
    () => ({
      locale: messages.locale,
      messages,
      choose: (next) => {
        // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing on plain http.
        document.cookie = `${localeCookie}=${next}; path=/; max-age=31536000; samesite=lax`
        catalogs[next]().then(
          (loaded) => {
            document.documentElement.lang = next
            setMessages(loaded)
          },
          // The server has the words as well.
          () => window.location.reload(),
        )
      },
    }),
    [messages],
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
