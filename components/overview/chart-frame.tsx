'use client'

import { ActionIcon } from '@mantine/core'
import { IconChartBar, IconTable } from '@tabler/icons-react'
import { type ReactNode, useId, useState } from 'react'
import { useOverviewMessages } from '@/lib/client/messages/areas/overview'
import css from './overview.module.css'

type Props = {
  title: string
  hint?: string
  /** Left out where the chart is one that everybody reads as a table already. */
  table?: ReactNode
  className?: string
  children: ReactNode
}

/** A part of the overview: its name, what it shows, and the same as a table. */
export function ChartFrame({ title, hint, table, className, children }: Props) {
  const m = useOverviewMessages()
  const id = useId()
  const [asTable, setAsTable] = useState(false)
  const Icon = asTable ? IconChartBar : IconTable
  const label = `${title}: ${asTable ? m.chart : m.table}`
  return (
    <section className={[css.frame, className].filter(Boolean).join(' ')} aria-labelledby={id}>
      <header className={css.frameHead}>
        <div>
          <h2 id={id} className={css.frameTitle}>
            {title}
          </h2>
          {hint && <p className={css.hint}>{hint}</p>}
        </div>
        {table !== undefined && (
          <ActionIcon aria-label={label} title={asTable ? m.chart : m.table} onClick={() => setAsTable(!asTable)}>
            <Icon size={17} stroke={1.8} />
          </ActionIcon>
        )}
      </header>
      {asTable ? <div className={css.tableBox}>{table}</div> : children}
    </section>
  )
}
