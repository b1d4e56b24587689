'use client'

import { Button, Checkbox, Popover } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useState } from 'react'
import type { ListUrl } from '@/lib/client/list-url'
import { useMessages } from '@/lib/client/messages/use-messages'
import { type Chip, chipsFromFilter, filterFromChips } from '@/lib/query/url'
import { fulfillmentStatuses, orderResource, paymentStatuses } from '@/lib/resources/order'
import css from './axis-filters.module.css'

const axes = {
  paymentStatus: paymentStatuses,
  fulfillmentStatus: fulfillmentStatuses,
} as const
type AxisPath = keyof typeof axes

const isAxis = ({ path, operator }: Chip) => path in axes && (operator === 'in' || operator === 'eq')

/** What a filter asks besides the axes that have a menu; undefined when chips cannot say it. */
export function withoutAxes(filter: string): string | undefined {
  const chips = chipsFromFilter(filter, orderResource)
  if (!chips) return undefined
  // Text that people typed stays as they typed it.
  if (!chips.some(isAxis)) return filter
  return filterFromChips(
    chips.filter((chip) => !isAxis(chip)),
    orderResource,
  )
}

/** Only what the menus say: what stays of a filter when everything else in it is taken away. */
export function onlyAxes(filter: string): string {
  const chips = chipsFromFilter(filter, orderResource) ?? []
  return filterFromChips(chips.filter(isAxis), orderResource)
}

type MenuProps = {
  label: string
  words: Record<string, string>
  values: readonly string[]
  chosen: readonly string[]
  /** Why nothing can be chosen now. */
  blocked?: string
  onChange: (values: string[]) => void
}

function AxisMenu({ label, words, values, chosen, blocked, onChange }: MenuProps) {
  const t = useMessages()
  const [opened, setOpened] = useState(false)
  const key = chosen.join()
  // The address follows a moment later; what is ticked is ticked at once. When the address changes by itself it wins.
  const [draft, setDraft] = useState({ values: chosen, from: key })
  if (draft.from !== key) setDraft({ values: chosen, from: key })
  const pick = (values: string[]) => {
    setDraft({ values, from: key })
    onChange(values)
  }
  const told = draft.values.map((value) => words[value] ?? value).join(', ')
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant="default"
          className={css.button}
          data-active={draft.values.length > 0 || undefined}
          aria-disabled={blocked !== undefined || undefined}
          data-disabled={blocked !== undefined || undefined}
          title={blocked}
          rightSection={<IconChevronDown size={14} aria-hidden />}
          onClick={() => !blocked && setOpened(!opened)}
        >
          <span className={css.text}>{told ? t.parts.filterBy({ axis: label, values: told }) : label}</span>
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Checkbox.Group value={[...draft.values]} onChange={pick} aria-label={label}>
          <div className={css.choices}>
            {values.map((value) => (
              <Checkbox key={value} size="sm" value={value} label={words[value] ?? value} />
            ))}
          </div>
        </Checkbox.Group>
        <Button
          variant="subtle"
          size="compact-sm"
          className={css.clear}
          disabled={draft.values.length === 0}
          onClick={() => {
            pick([])
            setOpened(false)
          }}
        >
          {t.parts.clearFilter({ axis: label })}
        </Button>
      </Popover.Dropdown>
    </Popover>
  )
}

/** Payment and fulfillment as filters, written into the address as `$filter` text like any other. */
export function AxisFilters({ list }: { list: ListUrl }) {
  const t = useMessages()
  const chips = chipsFromFilter(list.state.filter, orderResource)
  const chosen = (axis: AxisPath) =>
    chips?.filter((chip) => chip.path === axis && isAxis(chip)).flatMap(({ values }) => values.map(String)) ?? []
  const choose = (axis: AxisPath) => (picked: string[]) => {
    const others = (chips ?? []).filter((chip) => chip.path !== axis || !isAxis(chip))
    const values = axes[axis].filter((value) => picked.includes(value))
    const next: Chip[] = values.length > 0 ? [...others, { path: axis, operator: 'in', values }] : others
    list.go({ filter: filterFromChips(next, orderResource) })
  }
  const blocked = chips ? undefined : t.parts.filterByHand
  const menu = (axis: AxisPath, label: string, words: Record<string, string>) => (
    <AxisMenu
      label={label}
      words={words}
      values={axes[axis]}
      chosen={chosen(axis)}
      blocked={blocked}
      onChange={choose(axis)}
    />
  )
  return (
    <>
      {menu('paymentStatus', t.order.payment, t.payment)}
      {menu('fulfillmentStatus', t.order.fulfillment, t.fulfillment)}
    </>
  )
}
