'use client'

import type { ReactNode } from 'react'
import { Mark } from '@/components/ui/mark'
import { PageTitle } from '@/components/ui/page-title'
import { useSignInMessages } from '@/lib/client/messages/areas/sign-in'
import { languageNames, locales } from '@/lib/client/messages/locale'
import { useLanguage } from '@/lib/client/messages/use-messages'
import css from './sign-in.module.css'

type Props = {
  title: string
  /** Beside the languages at the foot. */
  links?: ReactNode
  children: ReactNode
}

/** A page of one card, for people who may not be signed in. */
export function CardPage({ title, links, children }: Props) {
  const { locale, messages: t, choose } = useLanguage()
  const m = useSignInMessages()
  return (
    <div className={css.page}>
      <PageTitle parts={[title]} />
      <main className={css.card}>
        <div className={css.brand}>
          <Mark size={40} />
          <div>
            <p className={css.name}>{t.app.name}</p>
            <p className={css.lead}>{m.lead}</p>
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
            {languageNames[each]}
          </button>
        ))}
        {links}
      </footer>
    </div>
  )
}
