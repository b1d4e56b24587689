'use client'

import { Checkbox, NativeSelect, TextInput } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import { minorDigits } from '@/lib/client/format'
import { useFilterMessages } from '@/lib/client/messages/areas/filter'
import { type Chip, type ChipOperator, chipOperators } from '@/lib/query/url'
import { ConditionForm, type EditorProps } from './condition-form'
import { DateEditor } from './date-editor'
import css from './filter-editors.module.css'
import { fieldOf } from './filter-words'
import { Popup } from './popup'

/** What is asked of one field, by its type. Choices hold at once, what is typed with Enter. */
export function ChipEditor(props: EditorProps) {
  const { words, onClose } = props
  const field = fieldOf(words.resource, props.path)
  // Below an open field a name comes first.
  const [below, setBelow] = useState('')
  const needsName = field?.type === 'open' && words.resource.fields[props.path]?.type === 'open'
  const path = needsName && below ? `${props.path}.${below}` : props.path
  const inner = { ...props, path }
  const label = words.fieldLabel(path)
  let editor: ReactNode
  if (needsName && !below) editor = <NameEditor onName={setBelow} />
  else if (field?.type === 'enum') editor = <EnumEditor {...inner} values={field.values ?? []} />
  else if (field?.type === 'boolean') editor = <BooleanEditor {...inner} />
  else if (field?.type === 'date') editor = <DateEditor {...inner} />
  else editor = <ValueEditor {...inner} />
  return (
    <Popup label={label} onClose={onClose}>
      <div className={css.editor}>
        <p className={css.title}>{label}</p>
        {editor}
      </div>
    </Popup>
  )
}

function NameEditor({ onName }: { onName: (name: string) => void }) {
  const m = useFilterMessages()
  const [name, setName] = useState('')
  const given = name.trim().replace(/^customFields\./, '')
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (/^[A-Za-z_$]\w*(\.[A-Za-z_$]\w*)*$/.test(given)) onName(given)
      }}
    >
      <TextInput
        data-autofocus
        label={m.customField}
        description={m.customFieldHint}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
    </form>
  )
}

function Operators({
  offered,
  value,
  onChange,
}: {
  offered: readonly ChipOperator[]
  value: ChipOperator
  onChange: (operator: ChipOperator) => void
}) {
  const m = useFilterMessages()
  return (
    <NativeSelect
      size="sm"
      aria-label={m.operator}
      value={value}
      data={offered.map((operator) => ({ value: operator, label: m.operators[operator] ?? operator }))}
      onChange={(event) => onChange(event.currentTarget.value as ChipOperator)}
    />
  )
}

function EnumEditor({ words, path, chip, values, onChange }: EditorProps & { values: readonly string[] }) {
  const nullable = fieldOf(words.resource, path)?.nullable
  const offered = chipOperators.enum.filter((operator) => nullable || (operator !== 'present' && operator !== 'absent'))
  const [operator, setOperator] = useState<ChipOperator>(
    chip?.operator === 'ne' ? 'notIn' : chip && offered.includes(chip.operator) ? chip.operator : 'in',
  )
  // What is ticked is ticked at once; the address, and with it the chip, follows.
  const [chosen, setChosen] = useState<readonly string[]>(chip?.values.map(String) ?? [])
  const tell = (next: ChipOperator, picked: readonly string[]) => {
    if (next === 'present' || next === 'absent') onChange({ path, operator: next, values: [] })
    else onChange(picked.length > 0 ? { path, operator: next, values: [...picked] } : undefined)
  }
  return (
    <>
      <Operators
        offered={offered}
        value={operator}
        onChange={(next) => {
          setOperator(next)
          if (chip || next === 'present' || next === 'absent') tell(next, chosen)
        }}
      />
      {operator !== 'present' && operator !== 'absent' && (
        <Checkbox.Group
          value={[...chosen]}
          aria-label={words.fieldLabel(path)}
          onChange={(picked) => {
            const next = values.filter((value) => picked.includes(value))
            setChosen(next)
            tell(operator, next)
          }}
        >
          <div className={css.choices}>
            {values.map((value, i) => (
              <Checkbox
                key={value}
                size="sm"
                value={value}
                label={words.valueLabel(path, value)}
                data-autofocus={(chosen.length > 0 ? chosen[0] === value : i === 0) || undefined}
              />
            ))}
          </div>
        </Checkbox.Group>
      )}
    </>
  )
}

function BooleanEditor({ path, chip, onChange }: EditorProps) {
  const m = useFilterMessages()
  return (
    <div className={css.choices}>
      {[true, false].map((value) => (
        <Checkbox
          key={String(value)}
          size="sm"
          label={value ? m.yes : m.no}
          checked={chip?.values[0] === value}
          data-autofocus={value || undefined}
          onChange={(event) =>
            onChange(event.currentTarget.checked ? { path, operator: 'eq', values: [value] } : undefined)
          }
        />
      ))}
    </div>
  )
}

const isNumeric = (type: string | undefined) => type === 'integer' || type === 'number'

/** Text and numbers: a condition and what it is compared with. */
function ValueEditor({ words, path, chip, onChange, onClose }: EditorProps) {
  const m = useFilterMessages()
  const field = fieldOf(words.resource, path)
  const numeric = isNumeric(field?.type)
  const digits = words.money?.fields.includes(path) ? minorDigits(words.money.currency) : 0
  const offered = chipOperators[field?.type ?? 'string'].filter(
    (operator) => field?.nullable || field?.type === 'open' || (operator !== 'present' && operator !== 'absent'),
  )
  const written = (value: Chip['values'][number] | undefined) =>
    value === undefined ? '' : typeof value === 'number' ? String(value / 10 ** digits) : String(value)
  const [operator, setOperator] = useState<ChipOperator>(chip?.operator ?? offered[0]!)
  const isList = operator === 'in' || operator === 'notIn'
  const [first, setFirst] = useState(isList ? (chip?.values.map(written).join(', ') ?? '') : written(chip?.values[0]))
  const [second, setSecond] = useState(written(chip?.values[1]))
  const [problem, setProblem] = useState<string>()
  const needsNone = operator === 'present' || operator === 'absent'

  const read = (text: string): Chip['values'][number] | undefined => {
    const trimmed = text.normalize('NFKC').trim()
    if (!numeric) {
      // Free fields hold JSON: what looks like a number or yes and no is one.
      if (field?.type === 'open' && /^-?\d+(\.\d+)?$/.test(trimmed)) return Number(trimmed)
      if (field?.type === 'open' && /^(true|false)$/.test(trimmed)) return trimmed === 'true'
      return text.trim()
    }
    const value = Number(trimmed.replaceAll(',', ''))
    return trimmed === '' || !Number.isFinite(value) ? undefined : Math.round(value * 10 ** digits * 1e6) / 1e6
  }
  const apply = () => {
    if (needsNone) {
      onChange({ path, operator, values: [] })
      return onClose()
    }
    const texts = isList
      ? first.split(/[,、，]/).filter((text) => text.trim())
      : operator === 'between'
        ? [first, second]
        : [first]
    const values = texts.map(read)
    if (texts.length === 0 || (!numeric && values.every((value) => value === ''))) {
      onChange(undefined)
      return onClose()
    }
    if (values.some((value) => value === undefined)) return setProblem(m.wrongNumber)
    onChange({ path, operator, values: values as Chip['values'] })
    onClose()
  }
  return (
    <ConditionForm onApply={apply}>
      <Operators
        offered={offered}
        value={operator}
        onChange={(next) => {
          setOperator(next)
          setProblem(undefined)
        }}
      />
      {!needsNone && (
        <div className={operator === 'between' ? css.pair : undefined}>
          <TextInput
            data-autofocus
            aria-label={isList ? m.values : operator === 'between' ? m.from : m.value}
            placeholder={isList ? m.values : undefined}
            inputMode={numeric ? 'decimal' : undefined}
            error={problem}
            autoComplete="off"
            value={first}
            onChange={(event) => {
              setFirst(event.currentTarget.value)
              setProblem(undefined)
            }}
          />
          {operator === 'between' && (
            <TextInput
              aria-label={m.to}
              inputMode="decimal"
              autoComplete="off"
              value={second}
              onChange={(event) => setSecond(event.currentTarget.value)}
            />
          )}
        </div>
      )}
    </ConditionForm>
  )
}
