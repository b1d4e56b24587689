'use client'

import { NumberInput, Select, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { TreePicker } from '@/components/trees/tree-picker'
import layout from '@/components/ui/form.module.css'
import { Section } from '@/components/ui/section'
import { type AttributeType, attributeTypes } from '@/lib/client/attributes'
import { useAttributeMessages } from '@/lib/client/messages/areas/attributes'
import { type FieldProblem, type Fields, hasItems } from './attribute-fields'
import { CustomRows } from './custom-rows'
import { OptionsField } from './options-field'

type Props = {
  fields: Fields
  problems: Record<string, FieldProblem>
  /** How many products carry a value; undefined for one that is new. */
  used: number | undefined
  onChange: (change: Partial<Fields>) => void
}

const Part = ({ title, hint, children }: { title: string; hint?: string; children: ReactNode }) => (
  <Section beside title={title} text={hint}>
    <div className={layout.stack}>{children}</div>
  </Section>
)

/** All fields of an attribute. */
export function AttributeForm({ fields, problems, used, onChange }: Props) {
  const m = useAttributeMessages()
  const textOf = (name: string) => problems[name] && m.problems[problems[name]]
  return (
    <>
      <Part title={m.sections.basics}>
        <TextInput
          label={m.fields.name}
          required
          maxLength={1024}
          value={fields.name}
          error={textOf('name')}
          onChange={(event) => onChange({ name: event.currentTarget.value })}
        />
        <Select
          label={m.fields.type}
          description={used === undefined ? undefined : `${m.used({ count: used })} ${used > 0 ? m.hints.type : ''}`}
          required
          allowDeselect={false}
          value={fields.type}
          data={attributeTypes.map((value) => ({ value, label: m.types[value] }))}
          onChange={(value) => value && onChange({ type: value as AttributeType })}
        />
        <div className={layout.pair}>
          <TextInput
            label={m.fields.groupName}
            description={m.hints.groupName}
            maxLength={1024}
            value={fields.groupName}
            onChange={(event) => onChange({ groupName: event.currentTarget.value })}
          />
          <NumberInput
            label={m.fields.order}
            description={m.hints.order}
            value={fields.order}
            error={textOf('order')}
            onChange={(value) => onChange({ order: value === '' ? '' : Number(value) })}
          />
        </div>
      </Part>
      <Part title={m.sections.categories} hint={m.hints.categoryIds}>
        <TreePicker
          kind="categories"
          label={m.fields.categoryIds!}
          max={1000}
          value={fields.categoryIds}
          onChange={(categoryIds) => onChange({ categoryIds })}
        />
      </Part>
      {hasItems(fields.type) && (
        <>
          <Part title={m.sections.options} hint={m.hints.items}>
            <OptionsField
              list="items"
              rows={fields.items}
              groups={fields.itemGroups}
              problems={problems}
              makeRow={(row, key, value) => ({ row, key, value, groupName: '' })}
              onChange={(items) => onChange({ items })}
            />
          </Part>
          <Part title={m.sections.groups} hint={m.hints.groups}>
            <OptionsField
              list="itemGroups"
              rows={fields.itemGroups}
              problems={problems}
              makeRow={(row, key, value) => ({ row, key, value, categoryIds: [] })}
              onChange={(itemGroups) => onChange({ itemGroups })}
            />
          </Part>
        </>
      )}
      <Part title={m.sections.custom} hint={m.hints.custom}>
        <CustomRows
          rows={fields.customFields}
          problems={problems}
          onChange={(customFields) => onChange({ customFields })}
        />
      </Part>
    </>
  )
}
