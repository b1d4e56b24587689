import type { ReactNode } from 'react'
import css from './facts.module.css'

/** The key is for names that are no text, or that may stand there twice. */
type Fact = readonly [name: ReactNode, value: ReactNode, key?: string]

type Props = {
  /** Those without a value are left out. */
  rows: readonly Fact[]
  /** Where a value stands: beside its name, below it, or below it with the next one beside. */
  values?: 'beside' | 'below' | 'across'
  className?: string
}

const isSaid = (value: ReactNode) => value !== null && value !== undefined && value !== false && value !== ''

/** Names and their values, to read. */
export const Facts = ({ rows, values = 'beside', className }: Props) => (
  <dl className={className ? `${css.facts} ${className}` : css.facts} data-values={values}>
    {rows
      .filter(([, value]) => isSaid(value))
      .map(([name, value, key]) => (
        <div key={key ?? String(name)}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
  </dl>
)
