import Link from 'next/link'
import { type ReactNode, useId } from 'react'
import { PageTitle } from '@/components/ui/page-title'
import css from './desk.module.css'

type Props = {
  title: string
  /** Where one is, for the window: after the title, from the nearest to the farthest. */
  within?: readonly (string | undefined)[]
  back?: { href: string; label: string }
  actions?: ReactNode
  /** Stays at the bottom, such as a bar to save with. */
  foot?: ReactNode
  children: ReactNode
}

/** A page of sections: settings, people, keys. */
export function DeskPage({ title, within = [], back, actions, foot, children }: Props) {
  return (
    <div className={css.page}>
      <PageTitle parts={[title, ...within]} />
      <header className={css.head}>
        <div className={css.grow}>
          {back && (
            <Link href={back.href} className={css.back} prefetch={false}>
              ← {back.label}
            </Link>
          )}
          <h1 className={css.title}>{title}</h1>
        </div>
        {actions}
      </header>
      <div className={css.body}>{children}</div>
      {foot}
    </div>
  )
}

type SectionProps = {
  title: string
  text?: ReactNode
  actions?: ReactNode
  /** The title stands beside the content where there is room. */
  beside?: boolean
  children: ReactNode
}

/** One subject of a page, under its own heading. */
export function Section({ title, text, actions, beside, children }: SectionProps) {
  const id = useId()
  return (
    <section className={beside ? `${css.section} ${css.aside}` : css.section} aria-labelledby={id}>
      <div className={css.sectionHead}>
        <div className={css.grow}>
          <h2 id={id} className={css.sectionTitle}>
            {title}
          </h2>
          {text && <p className={css.sectionText}>{text}</p>}
        </div>
        {actions}
      </div>
      <div>{children}</div>
    </section>
  )
}

/** What stands while something is on its way, in about its shape. */
export function Waiting({ rows = 3 }: { rows?: number }) {
  return (
    <div className={css.skeleton} aria-hidden>
      {Array.from({ length: rows }, (_, i) => (
        <span key={i} className="od-skeleton" style={{ width: `${[62, 48, 55, 40][i % 4]}%` }} />
      ))}
    </div>
  )
}
