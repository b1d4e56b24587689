'use client'

import type { ReactNode } from 'react'
import css from '@/components/auth/sign-in.module.css'
import { Mark } from '@/components/ui/mark'
import { PageTitle } from '@/components/ui/page-title'
import { type Locale, locales } from '@/lib/client/messages/locale'
import { useLanguage } from '@/lib/client/messages/use-messages'

const names: Record<Locale, string> = { en: 'English', ja: '日本語' }

/** The card of a page that a link leads to, for people who may not be signed in. */
export function LinkCard({ title, children }: { title: string; children: ReactNode }) {
  const { locale, messages: t, choose } = useLanguage()
  return (
    <div className={css.page}>
      <PageTitle parts={[title]} />
      <main className={css.card}>
        <div className={css.brand}>
          <Mark size={40} />
          <div>
            <p className={css.name}>{t.app.name}</p>
            <p className={css.lead}>{t.signIn.lead}</p>
          </div>
        </div>
        <h1 className={css.title}>{title}</h1>
        {children}
      </main>
      <footer className={css.foot}>
        {locales.map((each) => (
          <button
            key={each}
            type="button"
            lang={each}
            className={css.language}
            aria-pressed={each === locale}
            onClick={() => choose(each)}
          >
            {names[each]}
          </button>
        ))}
      </footer>
    </div>
  )
}
