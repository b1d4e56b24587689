import type { ReactNode } from 'react'
import css from './facts.module.css'

type Props = {
  /** Those without a value are left out. */
  rows: readonly (readonly [name: string, value: ReactNode])[]
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
      .map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
  </dl>
)
