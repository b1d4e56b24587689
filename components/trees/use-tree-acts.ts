'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { explain, requestIdOf } from '@/components/ui/failure'
import { catalogBatchPath, historyPath, takeBackBatch } from '@/lib/client/history'
import { listKey } from '@/lib/client/lists'
import { useTreeMessages } from '@/lib/client/messages/areas/trees'
import { useMessages } from '@/lib/client/messages/use-messages'
import { dismissToast, showToast } from '@/lib/client/toasts'
import {
  createEntity,
  moveNodes,
  patchEntity,
  type TreeMove,
  type TreeNode,
  treeKey,
  versionTag,
} from '@/lib/client/trees'
import { toMoves } from './keyboard-move'
import { levelKey, type Target, withMove } from './tree-state'
import type { TreeStore } from './tree-store'

/** Moves of the same nodes within this time are taken back together. */
const runMs = 9_000

type Run = { key: string; at: number; toast: number; back: TreeMove[] }

/** What can be done to the nodes of a tree: on screen at once, on the server one after the other, with a way back. */
export function useTreeActs(store: TreeStore, onFocus: (id: string) => void) {
  const t = useMessages()
  const m = useTreeMessages()
  const queryClient = useQueryClient()
  const queue = useRef<Promise<unknown>>(Promise.resolve())
  const run = useRef<Run>(undefined)
  const { kind } = store

  /** Everything that shows these nodes elsewhere asks again; the tree itself is told what to read. */
  const settle = (parents: readonly (string | null)[], counted: readonly string[]) => {
    void queryClient.invalidateQueries({ queryKey: treeKey(kind) })
    void queryClient.invalidateQueries({ queryKey: listKey(historyPath()) })
    // What is on screen is right already; should this fail, the next look at the tree brings it.
    return Promise.all([store.refresh(parents), store.recount(counted)]).catch(() => undefined)
  }
  const fail = (title: string, error: unknown) =>
    showToast({ kind: 'failed', title, text: explain(error, t), requestId: requestIdOf(error) })
  const inTurn = <T>(act: () => Promise<T>): Promise<T> => {
    const next = queue.current.then(act)
    queue.current = next.catch(() => undefined)
    return next
  }
  const withVersions = (moves: readonly TreeMove[]) =>
    moves.map((move) => ({ ...move, version: store.get().nodes.get(move.id)?.version }))
  const learn = (moved: readonly { id: string; version: number }[]) =>
    store.apply((state) => {
      const nodes = new Map(state.nodes)
      for (const { id, version } of moved) {
        const node = nodes.get(id)
        if (node) nodes.set(id, { ...node, version })
      }
      return { ...state, nodes }
    })

  const takeBack = (back: readonly TreeMove[], name: string) =>
    inTurn(async () => {
      const now = back.map(({ id }) => store.get().nodes.get(id)?.parent ?? null)
      try {
        const moved = await moveNodes(kind, back)
        learn(moved)
        const parents = [...now, ...back.map(({ parentId }) => parentId ?? null)]
        await settle(
          parents,
          parents.flatMap((id) => id ?? []),
        )
        await store.reveal(back[0]!.id)
        onFocus(back[0]!.id)
        showToast({ kind: 'done', title: m.movedBack({ name }) })
      } catch (error) {
        fail(m.failed.undo, error)
        await store.refreshAll().catch(() => undefined)
      }
    })

  const parentName = (id: string | null, nodes = store.get().nodes) =>
    id === null ? null : (nodes.get(id)?.name ?? '')

  /** Puts nodes at a place, one behind the other. The level they go to is loaded as far as they will stand. */
  async function move(given: readonly TreeNode[], wanted: Target) {
    const ids = given.map(({ id }) => id)
    let target = wanted
    if (wanted.parent !== null && !store.get().levels.has(wanted.parent)) {
      // Into a node that was never opened: only with its children known is the last place known.
      try {
        await store.open([wanted.parent])
        await store.reach(wanted.parent, wanted.index)
      } catch (error) {
        fail(m.failed.move, error)
        return
      }
      const level = store.get().levels.get(wanted.parent)?.ids ?? []
      target = { ...wanted, index: level.filter((id) => !ids.includes(id)).length }
    }
    const before = store.get()
    const moves = toMoves(before, ids, target)
    const from = given.map(({ parent }) => parent)
    const levels = [...from, target.parent].map(levelKey)
    store.apply((state) => withMove(state, ids, target), levels)
    if (target.parent !== null && !store.get().expanded.has(target.parent)) {
      store.apply((state) => ({ ...state, expanded: new Set([...state.expanded, target.parent!]) }))
    }
    onFocus(ids[0]!)
    await inTurn(async () => {
      try {
        const moved = await moveNodes(kind, withVersions(moves))
        learn(moved)
        const level = store.get().levels.get(levelKey(target.parent))
        const back = moved.map(({ id, was }) => ({ id, parentId: was.parentId, place: was.place })).reverse()
        const key = ids.join()
        const earlier = run.current
        const joins = earlier && earlier.key === key && Date.now() - earlier.at < runMs
        if (joins) dismissToast(earlier.toast)
        const way = joins ? earlier.back : back
        const name = given.length === 1 ? given[0]!.name : m.nodes({ count: given.length })
        const toast = showToast({
          kind: 'done',
          title: m.moved({
            name,
            parent: parentName(target.parent),
            position: (level?.ids.indexOf(ids[0]!) ?? target.index) + 1,
            size: level?.total ?? 0,
          }),
          undo: () => {
            run.current = undefined
            void takeBack(way, name)
          },
        })
        run.current = { key, at: Date.now(), toast, back: way }
        await settle(
          from,
          [...from, target.parent].flatMap((id) => id ?? []),
        )
      } catch (error) {
        fail(m.failed.move, error)
        await store.refresh([...from, target.parent]).catch(() => undefined)
      }
    })
  }

  const show = (node: TreeNode, change: Partial<TreeNode>) =>
    store.apply((state) => {
      const known = state.nodes.get(node.id)
      return known ? { ...state, nodes: new Map(state.nodes).set(node.id, { ...known, ...change }) } : state
    })

  const versionOf = (node: TreeNode) => store.get().nodes.get(node.id)?.version ?? node.version

  function rename(node: TreeNode, name: string, isUndo = false) {
    show(node, { name })
    return inTurn(async () => {
      try {
        const answer = await patchEntity(kind, node.id, { name }, versionTag(versionOf(node)))
        show(node, { version: Number.parseInt(answer.etag?.slice(1) ?? '', 10) || node.version + 1 })
        showToast({
          kind: 'done',
          title: m.renamed({ from: node.name, to: name }),
          undo: isUndo ? undefined : () => void rename({ ...node, name }, node.name, true),
        })
        await settle([node.parent], [])
      } catch (error) {
        show(node, { name: node.name })
        fail(m.failed.save, error)
        await store.refresh([node.parent]).catch(() => undefined)
      }
    })
  }

  /** Adds a node as the last below a parent, or right behind a sibling; answers its id. */
  function create(name: string, parent: string | null, after?: string): Promise<string | undefined> {
    return inTurn(async () => {
      try {
        const { data } = await createEntity(kind, { name, parentId: parent })
        const last = store.get().levels.get(levelKey(parent))?.ids.at(-1)
        const beside = after ?? last
        // By itself it stands by its name; people expect it where they wrote it.
        if (beside) await moveNodes(kind, [{ id: data.id, parentId: parent, ...(after ? { after } : {}) }])
        await settle([parent], parent === null ? [] : [parent])
        await store.reveal(data.id)
        onFocus(data.id)
        showToast({ kind: 'done', title: m.created({ name, parent: parentName(parent) }) })
        return data.id
      } catch (error) {
        fail(m.failed.create, error)
        return undefined
      }
    })
  }

  /** Archives categories, or brings them back; what fails is named, the others stay done. */
  function setArchived(nodes: readonly TreeNode[], isArchived: boolean, isUndo = false) {
    return inTurn(async () => {
      const done: TreeNode[] = []
      for (const node of nodes) {
        try {
          const status = isArchived ? 'ARCHIVED' : 'ACTIVE'
          const answer = await patchEntity(kind, node.id, { status }, versionTag(versionOf(node)))
          const version = Number.parseInt(answer.etag?.slice(1) ?? '', 10) || node.version + 1
          show(node, { isArchived, version })
          done.push({ ...node, version })
        } catch (error) {
          fail(m.failed.named({ name: node.name }), error)
        }
      }
      if (done.length > 0) {
        const what = done.length === 1 ? done[0]!.name : m.nodes({ count: done.length })
        showToast({
          kind: 'done',
          title: isArchived ? m.archived({ what }) : m.unarchived({ what }),
          undo: isUndo ? undefined : () => void setArchived(done, !isArchived, true),
        })
      }
      await settle(
        nodes.map(({ parent }) => parent),
        nodes.map(({ id }) => id),
      )
    })
  }

  /** Brings a deleted node back, with what its deletion changed; what has changed since is named. */
  function restore(id: string, batchId: string) {
    return inTurn(async () => {
      try {
        const { left } = await takeBackBatch(catalogBatchPath(batchId), t)
        await queryClient.invalidateQueries()
        await store.refreshAll()
        await store.reveal(id)
        onFocus(id)
        const name = store.get().nodes.get(id)?.name ?? ''
        if (left.length === 0) showToast({ kind: 'done', title: m.restored({ name }) })
        else {
          const [first] = left
          const text = m.restoredBut({ count: left.length, name: first!.name, reason: first!.reason })
          showToast({ kind: 'failed', title: m.restored({ name }), text })
        }
      } catch (error) {
        fail(m.failed.undo, error)
        await store.refreshAll().catch(() => undefined)
      }
    })
  }
  return { move, rename, create, setArchived, restore, settle, fail }
}

export type TreeActs = ReturnType<typeof useTreeActs>
