'use client'

import { Button, SegmentedControl } from '@mantine/core'
import { memo, useState } from 'react'
import { formatNumber } from '@/lib/client/format'
import { useVariantMessages } from '@/lib/client/messages/areas/variants'
import { useLanguage } from '@/lib/client/messages/use-messages'
import type { Option } from './combinations'
import css from './generator.module.css'
import type { Planned } from './use-generator'

type Props = {
  planned: readonly Planned[]
  options: readonly Option[]
  onTick: (change: (earlier: ReadonlySet<string>) => ReadonlySet<string>) => void
}

/** The combinations as they are: two options make a table, others a list. Those that exist are marked and stay out. */
export const CombinationPreview = memo(function CombinationPreview({ planned, options, onTick }: Props) {
  const m = useVariantMessages().generator
  const { locale } = useLanguage()
  const [layout, setLayout] = useState<'grid' | 'list'>('grid')
  const asGrid = options.length === 2 && layout === 'grid'
  const existing = planned.filter(({ exists }) => exists).length
  const chosen = planned.filter((each) => each.chosen).length
  const tick = (key: string, on: boolean) =>
    onTick((earlier) => {
      const next = new Set(earlier)
      if (on) next.delete(key)
      else next.add(key)
      return next
    })
  return (
    <section className={css.preview} aria-label={m.preview}>
      <div className={css.previewHead}>
        <h3 className={css.heading}>{m.preview}</h3>
        {planned.length > 0 && (
          <span className={css.counts} role="status">
            {m.chosen({ chosen: formatNumber(locale, chosen), existing: formatNumber(locale, existing) })}
          </span>
        )}
        <span className={css.space} />
        {planned.length > 0 && (
          <>
            <Button size="compact-xs" variant="subtle" onClick={() => onTick(() => new Set())}>
              {m.all}
            </Button>
            <Button
              size="compact-xs"
              variant="subtle"
              onClick={() => onTick(() => new Set(planned.map(({ key }) => key)))}
            >
              {m.none}
            </Button>
          </>
        )}
        {options.length === 2 && (
          <SegmentedControl
            size="xs"
            aria-label={m.layout}
            value={layout}
            onChange={(next) => setLayout(next as 'grid' | 'list')}
            data={[
              { value: 'grid', label: m.asGrid },
              { value: 'list', label: m.asList },
            ]}
          />
        )}
      </div>
      {planned.length === 0 ? (
        <p className={css.empty}>{m.previewEmpty}</p>
      ) : asGrid ? (
        <PreviewTable planned={planned} options={options} tick={tick} />
      ) : (
        <ul className={css.list}>
          {planned.map((each) => (
            <li key={each.key} className={css.line}>
              <Choice each={each} tick={tick} withTitle />
            </li>
          ))}
        </ul>
      )}
    </section>
  )
})

type ChoiceProps = { each: Planned; tick: (key: string, on: boolean) => void; withTitle?: boolean }

/** One combination: a box to tick, or the word that it is there already. */
function Choice({ each, tick, withTitle }: ChoiceProps) {
  const m = useVariantMessages().generator
  return (
    <label className={css.choice} data-exists={each.exists || undefined} data-clash={each.clash}>
      <input
        type="checkbox"
        className={css.box}
        aria-label={each.exists ? `${each.title}: ${m.exists}` : each.title}
        checked={each.exists || each.chosen}
        disabled={each.exists}
        onChange={(event) => tick(each.key, event.currentTarget.checked)}
      />
      {withTitle && <span className={css.name}>{each.title}</span>}
      {each.exists ? (
        <span className={css.exists}>{m.exists}</span>
      ) : (
        <span className={css.sku}>
          {each.chosen ? (each.sku ?? '') : ''}
          {each.clash && <span className={css.clash}> {each.clash === 'twice' ? m.skuTwice : m.skuTaken}</span>}
        </span>
      )}
    </label>
  )
}

type TableProps = { planned: readonly Planned[]; options: readonly Option[]; tick: ChoiceProps['tick'] }

function PreviewTable({ planned, options, tick }: TableProps) {
  const [rows, columns] = [options[0]!.values, options[1]!.values]
  return (
    <div className={css.tableBox}>
      <table className={css.table}>
        <thead>
          <tr>
            <td className={css.columnHead} />
            {columns.map((value) => (
              <th key={value} scope="col" className={css.columnHead}>
                {value}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((value, row) => (
            <tr key={value}>
              <th scope="row" className={css.rowHead}>
                {value}
              </th>
              {columns.map((other, column) => (
                <td key={other}>
                  <Choice each={planned[row * columns.length + column]!} tick={tick} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
