'use client'

import type { ReactNode } from 'react'
import { ja } from './ja'
import { LanguageProvider } from './use-messages'

/** The screens below begin in Japanese. A component of its own, so that a page loads the words of one language. */
export const Japanese = ({ children }: { children: ReactNode }) => (
  <LanguageProvider initial={ja}>{children}</LanguageProvider>
)
