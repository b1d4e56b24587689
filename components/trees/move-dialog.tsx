'use client'

import { Radio } from '@mantine/core'
import { useState } from 'react'
import { ActDialog } from '@/components/ui/act-dialog'
import { useTreeMessages } from '@/lib/client/messages/areas/trees'
import type { TreeKind, TreeNode } from '@/lib/client/trees'
import css from './dialogs.module.css'
import { TreePicker } from './tree-picker'

type Props = {
  kind: TreeKind
  nodes: readonly TreeNode[]
  onClose: () => void
  returnTo: () => HTMLElement | null
  /** Null is the top level. */
  onMove: (parent: string | null) => Promise<void>
}

/** Asks below which node others go; they become its last children. */
export function MoveDialog({ kind, nodes, onClose, returnTo, onMove }: Props) {
  const m = useTreeMessages()
  const [place, setPlace] = useState<'under' | 'top'>('under')
  const [chosen, setChosen] = useState<string[]>([])
  const [error, setError] = useState<string>()
  const moving = new Set(nodes.map(({ id }) => id))
  const name = nodes.length === 1 ? nodes[0]!.name : m.nodes({ count: nodes.length })
  return (
    <ActDialog
      title={m.moveTitle({ name })}
      confirm={m.moveConfirm}
      onClose={onClose}
      returnTo={returnTo}
      onConfirm={() => {
        if (place === 'under' && !chosen[0]) {
          setError(m.errors.target)
          return undefined
        }
        return onMove(place === 'top' ? null : chosen[0]!)
      }}
    >
      <Radio.Group value={place} onChange={(value) => setPlace(value as 'under' | 'top')} aria-label={m.moveConfirm}>
        <div className={css.choices}>
          <Radio value="under" label={m.moveUnder} />
          {place === 'under' && (
            <TreePicker
              kind={kind}
              label={m.fields.parent}
              max={1}
              value={chosen}
              error={error}
              blocked={(node) => (moving.has(node.id) ? m.problems.cycle : undefined)}
              onChange={(ids) => {
                setChosen(ids)
                setError(undefined)
              }}
            />
          )}
          <Radio value="top" label={m.moveTop} />
        </div>
      </Radio.Group>
    </ActDialog>
  )
}
