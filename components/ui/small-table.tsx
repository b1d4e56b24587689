import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import css from './small-table.module.css'

/** A column of a small table. */
export type SmallColumn<Row> = {
  title: string
  /** Quieter than what one looks for. */
  dim?: boolean
  hint?: (row: Row) => string | undefined
  cell: (row: Row) => ReactNode
}

type Props<Row> = {
  label: string
  rows: readonly Row[]
  /** The first one says what a row is. */
  columns: readonly SmallColumn<Row>[]
  /** What the column of the acts is called; it is heard, not seen. */
  actsTitle: string
  acts: (row: Row) => ReactNode
  isDim?: (row: Row) => boolean
}

/** A table of a few words in each row and what can be done with it. On narrow screens its rows are cards. */
export function SmallTable<Row extends { id: string }>(props: Props<Row>) {
  const { label, rows, columns, actsTitle, acts, isDim } = props
  return (
    <table className={css.table} aria-label={label}>
      <thead>
        <tr>
          {columns.map(({ title }) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
          <th scope="col">
            <span className="od-hidden">{actsTitle}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} data-dim={isDim?.(row) || undefined}>
            {columns.map(({ title, dim, hint, cell }, i) => (
              <td
                key={title}
                data-label={i === 0 ? undefined : title}
                className={dim ? css.dim : undefined}
                title={hint?.(row)}
              >
                {cell(row)}
              </td>
            ))}
            <td>
              <span className={css.acts}>{acts(row)}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

type SubjectProps = {
  name: string
  /** More about it, on a line below. */
  detail?: ReactNode
  title?: string
  /** Tags beside the name. */
  children?: ReactNode
}

/** What a row is about. */
export function Subject({ name, detail, title, children }: SubjectProps) {
  return (
    <span className={css.subject} title={title}>
      <span className={css.name}>{name}</span>
      {children}
      {detail && <Detail>{detail}</Detail>}
    </span>
  )
}

/** A quiet line below a cell's value. */
export const Detail = ({ children }: { children: ReactNode }) => <span className={css.detail}>{children}</span>

type ActProps = {
  /** The verb. */
  children: string
  /** With the name of what it is done to. */
  label: string
  danger?: boolean
  /** Why it cannot be done now. */
  blocked?: string
  onClick: () => void
}

/** An act on a row. A blocked one can be reached and says why. */
export function RowAct({ children, label, danger, blocked, onClick }: ActProps) {
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      color={blocked ? 'gray' : danger ? 'red' : undefined}
      aria-label={label}
      title={blocked}
      data-disabled={blocked ? true : undefined}
      aria-disabled={blocked ? true : undefined}
      onClick={(event) => (blocked ? event.preventDefault() : onClick())}
    >
      {children}
    </Button>
  )
}
