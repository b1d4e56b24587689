'use client'

import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import layout from '@/components/ui/form.module.css'
import { useAttributeMessages } from '@/lib/client/messages/areas/attributes'
import type { CustomRow, FieldProblem } from './attribute-fields'

type Props = {
  rows: readonly CustomRow[]
  problems: Record<string, FieldProblem>
  onChange: (rows: CustomRow[]) => void
}

/** Custom fields as lines of a name and a value; a value that reads as JSON is JSON. */
export function CustomRows({ rows, problems, onChange }: Props) {
  const m = useAttributeMessages()
  const nextRow = rows.reduce((most, { row }) => Math.max(most, row), -1) + 1
  const change = (at: number, part: Partial<CustomRow>) =>
    onChange(rows.map((row, i) => (i === at ? { ...row, ...part } : row)))
  return (
    <div className={layout.rows}>
      {rows.map((row, at) => {
        const problem = problems[`customFields.${at}.name`]
        return (
          <div key={row.row} className={layout.row}>
            <TextInput
              aria-label={`${m.fieldName} ${at + 1}`}
              placeholder={m.fieldName}
              value={row.name}
              error={problem && m.problems[problem]}
              onChange={(event) => change(at, { name: event.currentTarget.value })}
            />
            <TextInput
              aria-label={`${m.fieldValue} ${at + 1}`}
              placeholder={m.fieldValue}
              value={row.text}
              onChange={(event) => change(at, { text: event.currentTarget.value })}
            />
            <ActionIcon
              size={28}
              aria-label={m.removeOption({ name: row.name || String(at + 1) })}
              onClick={() => onChange(rows.toSpliced(at, 1))}
            >
              <IconTrash size={16} />
            </ActionIcon>
          </div>
        )
      })}
      <div>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconPlus size={14} />}
          onClick={() => onChange([...rows, { row: nextRow, name: '', text: '' }])}
        >
          {m.addCustom}
        </Button>
      </div>
    </div>
  )
}
