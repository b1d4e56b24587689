import { type ReactNode, useId } from 'react'
import css from './product.module.css'

type Props = { title: string; id?: string; head?: ReactNode; children: ReactNode }

/** One part of a product's page, under its own heading. `id` is where links on the page lead. */
export function Section({ title, id, head, children }: Props) {
  const heading = useId()
  return (
    <section id={id} className={css.section} aria-labelledby={heading}>
      <div className={css.sectionHead}>
        <h2 id={heading} className={css.sectionTitle} tabIndex={-1}>
          {title}
        </h2>
        {head}
      </div>
      {children}
    </section>
  )
}
