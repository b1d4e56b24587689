'use client'

import dynamic from 'next/dynamic'
import type { ReactNode } from 'react'
import type { Locale } from './locale'

// A piece of script each, so that a page loads the words of one language.
const languages = {
  en: dynamic(() => import('./english').then(({ English }) => English)),
  ja: dynamic(() => import('./japanese').then(({ Japanese }) => Japanese)),
}

/** The screens below begin in this language. */
export function Language({ locale, children }: { locale: Locale; children: ReactNode }) {
  const Begun = languages[locale]
  return <Begun>{children}</Begun>
}
