'use client'

import { Mark } from '@/components/ui/mark'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { type Locale, locales } from '@/lib/client/messages/locale'
import { useLanguage } from '@/lib/client/messages/use-messages'
import css from './sign-in.module.css'
import { SignInForm } from './sign-in-form'

const names: Record<Locale, string> = { en: 'English', ja: '日本語' }

type Props = {
  /** Where to go afterwards. */
  next: string | null
  /** Why one is here: `expired`, `signedOut`. */
  reason: string | null
  /** False on a new installation without accounts. */
  possible: boolean
}

/** The way in. */
export function SignInPage({ next, reason, possible }: Props) {
  const { locale, messages: t, choose } = useLanguage()
  return (
    <div className={css.page}>
      <PageTitle parts={[t.signIn.title]} />
      <main className={css.card}>
        <div className={css.brand}>
          <Mark size={40} />
          <div>
            <p className={css.name}>{t.app.name}</p>
            <p className={css.lead}>{t.signIn.lead}</p>
          </div>
        </div>
        <h1 className={css.title}>{t.signIn.title}</h1>
        {possible ? (
          <SignInForm next={next} reason={reason} />
        ) : (
          <Notice kind="warn" title={t.signIn.nobodyTitle}>
            {t.signIn.nobody}
          </Notice>
        )}
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
        <a className={css.language} href="/docs">
          {t.shell.apiReference}
        </a>
      </footer>
    </div>
  )
}
