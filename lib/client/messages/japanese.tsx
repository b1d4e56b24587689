'use client'

import type { ReactNode } from 'react'
import { ja } from './ja'
import { LanguageProvider } from './use-messages'

/** The screens below begin in Japanese. */
export const Japanese = ({ children }: { children: ReactNode }) => (
  <LanguageProvider initial={ja}>{children}</LanguageProvider>
)
