'use client'

import { Checkbox, NativeSelect, NumberInput, TextInput } from '@mantine/core'
import { useState } from 'react'
import layout from '@/components/ui/form.module.css'
import { useEditorMessages } from '@/lib/client/messages/areas/product-editor'
import type { Attribute, AttributeValue } from '@/lib/client/products'
import css from './product.module.css'

type Props = {
  attribute: Attribute
  value: AttributeValue | undefined
  error?: string
  /** Undefined takes the value off. */
  onChange: (value: AttributeValue | undefined) => void
}

/** The groups of an attribute's items in their order, those without one last. */
function grouped({ items, itemGroups }: Attribute) {
  const known = itemGroups.map(({ key, value }) => ({
    label: value,
    items: items.filter(({ groupName }) => groupName === key),
  }))
  const rest = items.filter(({ groupName }) => !itemGroups.some(({ key }) => key === groupName))
  return [...known, { label: '', items: rest }].filter((group) => group.items.length > 0)
}

/** A value of an attribute, entered as its type asks. */
export function AttributeField({ attribute, value, error, onChange }: Props) {
  const m = useEditorMessages()
  // A number being typed, such as “-” or “1.”, is none yet.
  const [typed, setTyped] = useState<string | number>()
  const { name, type, items } = attribute
  if (type === 'Boolean') {
    return (
      <NativeSelect
        size="sm"
        label={name}
        error={error}
        value={typeof value === 'boolean' ? String(value) : ''}
        data={[
          { value: '', label: m.choose },
          { value: 'true', label: m.yes },
          { value: 'false', label: m.no },
        ]}
        onChange={({ currentTarget }) =>
          onChange(currentTarget.value === '' ? undefined : currentTarget.value === 'true')
        }
      />
    )
  }
  if (type === 'Number') {
    return (
      <NumberInput
        size="sm"
        label={name}
        error={error}
        hideControls
        value={typed ?? (typeof value === 'number' ? value : '')}
        onChange={(next) => {
          const isNumber = typeof next === 'number'
          setTyped(isNumber ? undefined : next)
          onChange(isNumber ? next : undefined)
        }}
      />
    )
  }
  if (type === 'Select') {
    const chosen = typeof value === 'string' ? value : ''
    const isKnown = chosen === '' || items.some(({ key }) => key === chosen)
    return (
      <NativeSelect
        size="sm"
        label={name}
        error={error}
        value={chosen}
        onChange={({ currentTarget }) => onChange(currentTarget.value || undefined)}
      >
        <option value="">{m.choose}</option>
        {!isKnown && <option value={chosen}>{chosen}</option>}
        {grouped(attribute).map(({ label, items: own }) => {
          const options = own.map((item) => (
            <option key={item.key} value={item.key}>
              {item.value}
            </option>
          ))
          return label ? (
            <optgroup key={label} label={label}>
              {options}
            </optgroup>
          ) : (
            options
          )
        })}
      </NativeSelect>
    )
  }
  if (type === 'MultiSelect') {
    const chosen = Array.isArray(value) ? value : []
    const toggle = (key: string, on: boolean) => {
      // In the order in which the attribute has them.
      const keys = items.map((item) => item.key).filter((each) => (each === key ? on : chosen.includes(each)))
      onChange(keys.length > 0 ? keys : undefined)
    }
    return (
      <fieldset className={`${layout.fieldset} ${css.many}`}>
        <legend>{name}</legend>
        <div className={css.choices}>
          {items.map((item) => (
            <Checkbox
              key={item.key}
              size="xs"
              label={item.value}
              checked={chosen.includes(item.key)}
              onChange={(event) => toggle(item.key, event.currentTarget.checked)}
            />
          ))}
        </div>
        {error && <p className={layout.error}>{error}</p>}
      </fieldset>
    )
  }
  return (
    <TextInput
      label={name}
      error={error}
      maxLength={65_536}
      value={typeof value === 'string' ? value : ''}
      onChange={(event) => onChange(event.currentTarget.value || undefined)}
    />
  )
}
