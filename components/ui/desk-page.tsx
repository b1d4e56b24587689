import type { ReactNode } from 'react'
import { type Back, Page, PageHead } from './page'
import css from './page.module.css'

type Props = {
  title: string
  /** Where one is, for the window: after the title, from the nearest to the farthest. */
  within?: readonly (string | undefined)[]
  back?: Back
  actions?: ReactNode
  /** Stays at the bottom, such as a bar to save with. */
  foot?: ReactNode
  children: ReactNode
}

/** A page of sections in one column: settings, people, keys. */
export const DeskPage = ({ title, within = [], back, actions, foot, children }: Props) => (
  <Page title={[title, ...within]}>
    <PageHead ruled title={title} back={back}>
      {actions}
    </PageHead>
    <div className={css.body}>
      <div className={css.column}>{children}</div>
    </div>
    {foot}
  </Page>
)
