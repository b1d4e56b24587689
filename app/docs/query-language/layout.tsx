import type { ReactNode } from 'react'
import { docsBarStyle } from '@/app/docs/bar-style'
import css from './docs.module.css'
import { DocsHeader } from './docs-header'

/** What programmers read: in English, open to everybody, with the look of the rest. */
export default function DocsLayout({ children }: { children: ReactNode }) {
  return (
    <div className={css.page} lang="en">
      <style>{docsBarStyle}</style>
      <DocsHeader />
      {children}
    </div>
  )
}
