import { IconChevronLeft } from '@tabler/icons-react'
import Link from 'next/link'
import type { ReactNode } from 'react'
import css from './page.module.css'
import { PageTitle } from './page-title'

/** Where a link back leads, and what it says. */
export type Back = { href: string; label: string }

type PageProps = {
  /** What the window is called, from the nearest to the farthest. */
  title: readonly (string | undefined)[]
  className?: string
  children: ReactNode
}

/** The frame of every screen beside the navigation. */
export const Page = ({ title, className, children }: PageProps) => (
  <div className={className ? `${css.page} ${className}` : css.page}>
    <PageTitle parts={title} />
    {children}
  </div>
)

type HeadProps = {
  title: string
  /** Says more in the same line, such as how many there are. */
  note?: ReactNode
  back?: Back
  /** Under a hairline, where what follows has none of its own. */
  ruled?: boolean
  /** Buttons at the right. */
  children?: ReactNode
}

/** The first line of a list or of settings: what is shown, and what can be done with all of it. */
export const PageHead = ({ title, note, back, ruled, children }: HeadProps) => (
  <header className={css.head} data-ruled={ruled || undefined}>
    <div className={css.heading}>
      {back && (
        <Link className={css.up} href={back.href} prefetch={false}>
          ← {back.label}
        </Link>
      )}
      <h1 className={css.headTitle}>{title}</h1>
    </div>
    {note && <span className={`${css.note} od-cut od-number`}>{note}</span>}
    {children}
  </header>
)

/** The first line of one thing's page: back to the list, and at the right what is seldom needed. */
export const PageBar = ({ back, children }: { back: Back; children?: ReactNode }) => (
  <header className={css.bar}>
    <Link className={css.back} href={back.href} prefetch={false}>
      <IconChevronLeft size={17} aria-hidden />
      <span className="od-cut">{back.label}</span>
    </Link>
    {children}
  </header>
)

type IdentityProps = {
  title: ReactNode
  /** In one line with the title, such as a status. */
  beside?: ReactNode
  under?: ReactNode
  /** Over a hairline, where no tabs follow. */
  ruled?: boolean
  /** What is done most often. */
  children?: ReactNode
}

/** Which one it is, where it stands, and beside it what can be done. */
export const Identity = ({ title, beside, under, ruled, children }: IdentityProps) => (
  <header className={css.identity} data-ruled={ruled || undefined}>
    <div className={css.who}>
      <div className={css.titleLine}>
        <h1 className={css.title}>{title}</h1>
        {beside}
      </div>
      {under && <div className={css.under}>{under}</div>}
    </div>
    {children}
  </header>
)
