import { type ReactNode, useId } from 'react'
import css from './section.module.css'

type Props = {
  /** Without one it is a part with no name. */
  title?: string
  /** Under the title: what it is about. */
  text?: ReactNode
  /** Right after the title, such as a status. */
  mark?: ReactNode
  /** At the right of the title, such as a button. */
  head?: ReactNode
  /** The title stands beside the content where there is room. */
  beside?: boolean
  /** Where links on the page lead. */
  id?: string
  children: ReactNode
}

/** One part of a page under its own heading, with a hairline to the next. */
export function Section({ title, text, mark, head, beside, id, children }: Props) {
  const heading = useId()
  return (
    <section
      id={id}
      className={css.section}
      data-beside={beside || undefined}
      aria-labelledby={title === undefined ? undefined : heading}
    >
      {title !== undefined && (
        <div className={css.head}>
          <div className={css.titles} data-text={text ? '' : undefined}>
            <h2 id={heading} className={css.title} tabIndex={-1}>
              {title}
            </h2>
            {text && <p className="od-muted">{text}</p>}
          </div>
          {mark && <span className={css.mark}>{mark}</span>}
          {head && <div className={css.acts}>{head}</div>}
        </div>
      )}
      {beside ? <div className={css.content}>{children}</div> : children}
    </section>
  )
}
