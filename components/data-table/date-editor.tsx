'use client'

import { NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import { useFilterMessages } from '@/lib/client/messages/areas/filter'
import { midnight, wallClock } from '@/lib/day'
import type { Chip } from '@/lib/query/url'
import { isRelativeDate, relativeInstant } from '@/lib/relative-date'
import { ConditionForm, type EditorProps } from './condition-form'
import css from './filter-editors.module.css'
import { fieldOf, lastDaysOf, periodOf, periods } from './filter-words'

const dayMs = 86_400_000
const dated = ['on', 'range', 'ge', 'lt'] as const
type Mode = string

/** `2026-01-31` as it is on the wall of the zone at an instant. */
const dateOf = (at: number, timeZone: string) => new Date(wallClock(at, timeZone)).toISOString().slice(0, 10)

/** Days by the organization's calendar: named stretches, which move on by themselves, or dates. */
export function DateEditor({ words, path, chip, onChange, onClose }: EditorProps) {
  const m = useFilterMessages()
  const { timeZone } = words
  const nullable = fieldOf(words.resource, path)?.nullable
  const dateIn = (value: Chip['values'][number] | undefined, before = 0) => {
    if (typeof value !== 'string') return ''
    const at = isRelativeDate(value) ? relativeInstant(value, Date.now(), timeZone) : Date.parse(value)
    return dateOf(at - before, timeZone)
  }
  const initial = (): Mode => {
    if (!chip) return 'last7'
    if (chip.operator === 'present' || chip.operator === 'absent') return chip.operator
    const period = periodOf(chip)
    if (period) return period
    if (lastDaysOf(chip) !== undefined) return 'lastDays'
    if (chip.operator === 'within') {
      return dateIn(chip.values[0]) === dateIn(chip.values[1], dayMs / 2) ? 'on' : 'range'
    }
    return chip.operator === 'between' ? 'range' : chip.operator === 'lt' || chip.operator === 'le' ? 'lt' : 'ge'
  }
  const [mode, setMode] = useState<Mode>(initial)
  const [first, setFirst] = useState(dateIn(chip?.values[0]))
  const [second, setSecond] = useState(
    chip?.operator === 'within' ? dateIn(chip.values[1], dayMs / 2) : dateIn(chip?.values[1]),
  )
  const [days, setDays] = useState<number | string>((chip && lastDaysOf(chip)) ?? 14)
  const start = (date: string, later = 0) =>
    new Date(midnight(Date.parse(`${date}T00:00:00Z`) + later * dayMs, timeZone)).toISOString()

  const chipOf = (): Chip | undefined => {
    if (mode === 'present' || mode === 'absent') return { path, operator: mode, values: [] }
    const period = periods[mode]
    if (period) {
      const [from, until] = period
      return until ? { path, operator: 'within', values: [from, until] } : { path, operator: 'ge', values: [from] }
    }
    if (mode === 'lastDays') {
      const count = Math.min(3650, Math.max(1, Math.round(Number(days)) || 1))
      return { path, operator: 'ge', values: [count === 1 ? '@today' : `@today-${count - 1}d`] }
    }
    if (!first) return undefined
    if (mode === 'on') return { path, operator: 'within', values: [start(first), start(first, 1)] }
    if (mode === 'range') {
      const last = second || first
      const [from, until] = first <= last ? [first, last] : [last, first]
      return { path, operator: 'within', values: [start(from), start(until, 1)] }
    }
    return { path, operator: mode as 'ge' | 'lt', values: [start(first)] }
  }
  const isDated = (dated as readonly string[]).includes(mode)
  return (
    <ConditionForm
      onApply={() => {
        onChange(chipOf())
        onClose()
      }}
    >
      <NativeSelect
        size="sm"
        data-autofocus
        aria-label={m.operator}
        value={mode}
        data={[
          ...Object.keys(periods).map((value) => ({ value, label: m.periods[value]! })),
          { value: 'lastDays', label: m.lastDaysChoice },
          ...dated.map((value) => ({ value, label: m.dateOperators[value]! })),
          ...(nullable ? ['present', 'absent'].map((value) => ({ value, label: m.operators[value]! })) : []),
        ]}
        onChange={(event) => setMode(event.currentTarget.value)}
      />
      {mode === 'lastDays' && (
        <NumberInput aria-label={m.days} min={1} max={3650} value={days} onChange={setDays} size="sm" />
      )}
      {isDated && (
        <div className={mode === 'range' ? css.pair : undefined}>
          <TextInput
            type="date"
            aria-label={mode === 'range' ? m.from : m.value}
            value={first}
            onChange={(event) => setFirst(event.currentTarget.value)}
          />
          {mode === 'range' && (
            <TextInput
              type="date"
              aria-label={m.to}
              value={second}
              onChange={(event) => setSecond(event.currentTarget.value)}
            />
          )}
        </div>
      )}
    </ConditionForm>
  )
}
