'use client'

import type { ReactNode } from 'react'
import { en } from './en'
import { LanguageProvider } from './use-messages'

/** The screens below begin in English. */
export const English = ({ children }: { children: ReactNode }) => (
  <LanguageProvider initial={en}>{children}</LanguageProvider>
)
