'use client'

import { Radio } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { ActDialog } from '@/components/ui/act-dialog'
import { explain } from '@/components/ui/failure'
import { Notice } from '@/components/ui/notice'
import { useTreeMessages } from '@/lib/client/messages/areas/trees'
import { useMessages } from '@/lib/client/messages/use-messages'
import { type Replacement, readImpact, type TreeKind, type TreeNode, treeKey } from '@/lib/client/trees'
import css from './dialogs.module.css'
import { TreePicker } from './tree-picker'

type Props = {
  kind: TreeKind
  node: TreeNode
  parentName: string | null
  onClose: () => void
  returnTo: () => HTMLElement | null
  onDelete: (replacement: Replacement) => Promise<void>
  onArchive: () => Promise<void>
}

/** Says what deleting a node touches before it happens, and offers what can be done instead. */
export function DeleteDialog({ kind, node, parentName, onClose, returnTo, onDelete, onArchive }: Props) {
  const t = useMessages()
  const m = useTreeMessages()
  const impact = useQuery({
    queryKey: [...treeKey(kind), 'impact', node.id],
    queryFn: ({ signal }) => readImpact(kind, node.id, signal),
    staleTime: 0,
    gcTime: 0,
  })
  const isCategory = kind === 'categories'
  const [what, setWhat] = useState<'replace' | 'drop' | 'archive'>(isCategory ? 'replace' : 'drop')
  const [children, setChildren] = useState<'moveUp' | 'delete'>('moveUp')
  const [by, setBy] = useState<string[]>([])
  const [error, setError] = useState<string>()
  const { data } = impact
  // With the children staying, only what names the node itself is touched.
  const products = !data ? 0 : isCategory || children === 'moveUp' ? data.numberOfOwnProducts : data.numberOfProducts
  const mayArchive = isCategory && !node.isArchived
  const confirm = isCategory && what === 'archive' ? m.menu.archive : m.delete.confirm

  const run = () => {
    if (!data) return Promise.reject(new Error(m.delete.wait))
    if (what === 'archive') return onArchive()
    const replaces = what === 'replace' && products > 0
    if (replaces && !by[0]) {
      setError(m.errors.replacement)
      return undefined
    }
    return onDelete({ by: replaces ? by[0] : undefined, children })
  }
  const parent = { parent: parentName }
  return (
    <ActDialog
      title={m.delete.title({ name: node.name })}
      confirm={confirm}
      danger={what !== 'archive'}
      size={520}
      onClose={onClose}
      returnTo={returnTo}
      onConfirm={run}
    >
      {impact.error ? (
        <Notice kind="bad" title={m.failed.impact}>
          {explain(impact.error, t)}
        </Notice>
      ) : !data ? (
        <div className={css.effect} aria-busy="true">
          <span className="od-skeleton" style={{ width: '60%' }} />
          <span className="od-skeleton" style={{ width: '40%' }} />
        </div>
      ) : (
        <ul className={css.effect} aria-label={m.delete.effect}>
          <li>{isCategory ? m.delete.inIt({ count: products }) : m.delete.nameIt({ count: products })}</li>
          <li>
            {data.numberOfChildren === 0
              ? m.delete.noChildren
              : m.delete.children({ count: data.numberOfChildren, below: data.numberOfDescendants })}
          </li>
          {data.numberOfAttributes > 0 && <li>{m.delete.attributes({ count: data.numberOfAttributes })}</li>}
        </ul>
      )}
      {data && data.numberOfChildren > 0 && isCategory && what !== 'archive' && (
        <p className="od-muted">{m.delete.childrenMoveUp(parent)}</p>
      )}
      {data && data.numberOfChildren > 0 && !isCategory && (
        <Radio.Group
          value={children}
          onChange={(value) => setChildren(value as typeof children)}
          label={<span className={css.legend}>{m.delete.below}</span>}
        >
          <div className={css.choices}>
            <Radio value="moveUp" label={m.delete.moveUp(parent)} />
            <Radio value="delete" label={m.delete.deleteBelow({ count: data.numberOfDescendants })} />
          </div>
        </Radio.Group>
      )}
      {data && (products > 0 || mayArchive) && (
        <Radio.Group
          value={what}
          onChange={(value) => setWhat(value as typeof what)}
          label={<span className={css.legend}>{products > 0 ? m.delete.products : m.delete.choice}</span>}
        >
          <div className={css.choices}>
            {(products > 0 || isCategory) && (
              <Radio
                value="replace"
                label={products > 0 ? m.delete.reassign({ count: products }) : m.delete.justDelete}
              />
            )}
            {what === 'replace' && products > 0 && (
              <div className={css.below}>
                <TreePicker
                  kind={kind}
                  label={m.delete.by[kind]}
                  max={1}
                  value={by}
                  error={error}
                  blocked={(other) => (other.id === node.id ? m.delete.itself : undefined)}
                  onChange={(ids) => {
                    setBy(ids)
                    setError(undefined)
                  }}
                />
              </div>
            )}
            {!isCategory && products > 0 && <Radio value="drop" label={m.delete.drop({ count: products })} />}
            {mayArchive && <Radio value="archive" label={m.delete.archiveInstead} description={m.archivedHint} />}
          </div>
        </Radio.Group>
      )}
      {what !== 'archive' && <p className="od-muted">{m.delete.final}</p>}
    </ActDialog>
  )
}
