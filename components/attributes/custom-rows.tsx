'use client'

import { type NameRow, NameRows } from '@/components/ui/name-rows'
import { useAttributeMessages } from '@/lib/client/messages/areas/attributes'
import { maxCustomFields } from '@/lib/merge-custom-fields'
import type { FieldProblem } from './attribute-fields'

type Props = {
  rows: readonly NameRow[]
  problems: Record<string, FieldProblem>
  onChange: (rows: NameRow[]) => void
}

/** Custom fields as lines of a name and a value. */
export function CustomRows({ rows, problems, onChange }: Props) {
  const m = useAttributeMessages()
  return (
    <NameRows
      words={{
        name: m.fieldName,
        value: m.fieldValue,
        add: m.addCustom,
        remove: (name) => m.removeOption({ name: name || m.fieldName }),
      }}
      rows={rows}
      most={maxCustomFields}
      json
      problemOf={(i) => {
        const problem = problems[`customFields.${i}.name`]
        return problem && m.problems[problem]
      }}
      onChange={onChange}
    />
  )
}
