'use client'

import { useRef } from 'react'
import { explain } from '@/components/ui/failure'
import { inDialog } from '@/lib/client/in-dialog'
import { useTreeMessages } from '@/lib/client/messages/areas/trees'
import { useMessages } from '@/lib/client/messages/use-messages'
import { showToast } from '@/lib/client/toasts'
import { deleteEntity, type Replacement, type TreeNode } from '@/lib/client/trees'
import { type Direction, keyTarget } from './keyboard-move'
import type { Editing } from './new-line'
import { problemOf } from './project-drop'
import { levelKey, type TreeRow } from './tree-state'
import type { TreeStore } from './tree-store'
import { useTreeActs } from './use-tree-acts'

/** Far enough for any level. */
const end = Number.MAX_SAFE_INTEGER

type Options = {
  store: TreeStore
  rows: readonly TreeRow[]
  onFocus: (id: string) => void
  onSay: (text: string) => void
  onEditing: (editing: Editing) => void
  /** A node is gone. */
  onGone: (id: string) => void
}

/** What people do on the page, with what must be loaded first for each act. */
export function useNodeActs({ store, rows, onFocus, onSay, onEditing, onGone }: Options) {
  const t = useMessages()
  const m = useTreeMessages()
  const acts = useTreeActs(store, onFocus)
  const steps = useRef<Promise<unknown>>(Promise.resolve())
  const { kind } = store

  const attempt = (act: Promise<unknown>) => {
    act.catch((error) => showToast({ kind: 'failed', title: m.kinds[kind].failed, text: explain(error, t) }))
  }

  /** Alt and an arrow. Several in a row wait for each other, not for the server. */
  const step = (node: TreeNode, direction: Direction) => {
    const run = async () => {
      const now = store.get()
      const target = keyTarget(now, node.id, direction)
      const fresh = now.nodes.get(node.id)
      if (!target || !fresh) return onSay(m.cannot[direction])
      const problem = problemOf(now, [node.id], target.parent)
      if (problem) return onSay(m.problems[problem])
      let { index } = target
      if (target.last && target.parent !== null) {
        await store.open([target.parent])
        await store.reach(target.parent, Math.max(0, index - 1))
        index = store.get().levels.get(target.parent)?.ids.length ?? 0
      } else if (direction === 'down') await store.reach(target.parent, index)
      onSay('')
      void acts.move([fresh], { parent: target.parent, index })
    }
    steps.current = steps.current.then(run, run)
    attempt(steps.current)
  }

  /** Makes nodes the last below a parent; null is the top level. @throws Error saying why they cannot stand there */
  const moveTo = async (nodes: readonly TreeNode[], parent: string | null) => {
    for (const id of [...nodes.map((node) => node.id), ...(parent ? [parent] : [])]) {
      if (!store.get().nodes.has(id)) await store.reveal(id)
    }
    const ids = nodes.map(({ id }) => id)
    const problem = problemOf(store.get(), ids, parent)
    if (problem) throw new Error(m.problems[problem])
    if (parent) await store.open([parent])
    await store.reach(parent, end)
    const rest = (store.get().levels.get(levelKey(parent))?.ids ?? []).filter((id) => !ids.includes(id))
    const fresh = ids.flatMap((id) => store.get().nodes.get(id) ?? [])
    await acts.move(fresh, { parent, index: rest.length })
  }

  /** Begins a new line: the last one below a parent, or right behind a sibling. */
  const add = (parent: string | null, after?: string) => {
    const begin = () => onEditing({ kind: 'new', parent, after })
    if (after) return attempt(store.get().nodes.has(after) ? Promise.resolve(begin()) : store.reveal(after).then(begin))
    if (parent === null) return begin()
    attempt(
      store
        .open([parent])
        .then(() => store.reach(parent, end))
        .then(begin),
    )
  }

  /** Deletes a node; the focus goes to what stands below it. @throws Error in the server's words */
  const remove = async (node: TreeNode, replacement: Replacement) => {
    const at = rows.findIndex(({ key }) => key === node.id)
    const beside = rows.slice(at + 1).find(({ depth }) => depth <= (rows[at]?.depth ?? 0))
    const next = beside ?? rows[at - 1]
    const version = store.get().nodes.get(node.id)?.version ?? node.version
    const { batchId } = await inDialog(deleteEntity(kind, node.id, version, replacement))
    onGone(node.id)
    const undo = batchId ? () => void acts.restore(node.id, batchId) : undefined
    showToast({ kind: 'done', title: m.deleted({ name: node.name }), undo })
    await acts.settle([node.parent], [])
    await store.refreshAll().catch(() => undefined)
    if (next) onFocus(next.key)
  }
  return { ...acts, attempt, step, moveTo, add, remove }
}
