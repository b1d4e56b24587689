'use client'

import type { ReactNode } from 'react'
import { en } from './en'
import { LanguageProvider } from './use-messages'

/** The screens below begin in English. A component of its own, so that a page loads the words of one language. */
export const English = ({ children }: { children: ReactNode }) => (
  <LanguageProvider initial={en}>{children}</LanguageProvider>
)
