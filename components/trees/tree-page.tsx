'use client'

import { ActionIcon, Button } from '@mantine/core'
import { IconListTree, IconPlus, IconRefresh, IconZoomExclamation } from '@tabler/icons-react'
import dynamic from 'next/dynamic'
import { usePathname, useSearchParams } from 'next/navigation'
import { useMemo, useState } from 'react'
import { useCurrentOrganization } from '@/components/shell/current-organization'
import { explain, Failure } from '@/components/ui/failure'
import { MessagePage } from '@/components/ui/message-page'
import { Notice } from '@/components/ui/notice'
import { Page, PageHead } from '@/components/ui/page'
import page from '@/components/ui/page.module.css'
import { leave } from '@/lib/client/editing/use-unsaved'
import { goShallow } from '@/lib/client/list-url'
import { useTreeMessages } from '@/lib/client/messages/areas/trees'
import { useMessages } from '@/lib/client/messages/use-messages'
import { useShortcuts } from '@/lib/client/shortcuts'
import type { LevelAnswer, TreeKind, TreeNode } from '@/lib/client/trees'
import type { Editing } from './new-line'
import { NodePanel } from './node-panel'
import { SelectedBar } from './selected-bar'
import css from './tree-page.module.css'
import { flatten, foundRows, root, topmost } from './tree-state'
import { TreeTools } from './tree-tools'
import { TreeView } from './tree-view'
import { useFound } from './use-found'
import { useNodeActs } from './use-node-acts'
import { useOpenNodes } from './use-open-nodes'
import { useTree, useTreeState } from './use-tree'

const DeleteDialog = dynamic(() => import('./delete-dialog').then((module) => module.DeleteDialog), { ssr: false })
const MoveDialog = dynamic(() => import('./move-dialog').then((module) => module.MoveDialog), { ssr: false })

type Props = {
  kind: TreeKind
  /** The roots, when the page came with them. */
  initial?: LevelAnswer[]
}

/** The page of a tree: search, the tree, the editor beside it. System admins change it, everybody else reads. */
export function TreePage({ kind, initial }: Props) {
  const t = useMessages()
  const m = useTreeMessages()
  const words = m.kinds[kind]
  const pathname = usePathname()
  const shownId = useSearchParams().get('node') ?? undefined
  const { me } = useCurrentOrganization()
  const mayEdit = me?.isSystemAdmin === true
  const [archived, setArchived] = useState(true)
  const store = useTree(kind, archived, initial)
  const state = useTreeState(store)
  const [failure, setFailure] = useState<unknown>()
  const [query, setQuery] = useState('')
  const found = useFound(kind, query, archived)
  const isSearch = query.trim() !== ''
  const rows = useMemo(
    () => (isSearch ? (found.data ? foundRows(found.data) : []) : flatten(state)),
    [isSearch, found.data, state],
  )
  const [focused, setFocused] = useState<string>()
  const [focusTurn, setFocusTurn] = useState(0)
  const [panelTurn, setPanelTurn] = useState(0)
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set())
  const [editing, setEditing] = useState<Editing>()
  const [moving, setMoving] = useState<readonly TreeNode[]>()
  const [deleting, setDeleting] = useState<TreeNode>()
  const [said, setSaid] = useState('')

  const focusNode = (id: string) => {
    setFocused(id)
    setFocusTurn((turn) => turn + 1)
  }
  const acts = useNodeActs({
    store,
    rows,
    onFocus: focusNode,
    onSay: setSaid,
    onEditing: setEditing,
    onGone: (id) => {
      setSelected(new Set())
      if (shownId === id) goShallow(pathname, 'replace')
    },
  })
  const { attempt } = acts
  const start = useOpenNodes(store, shownId, setFailure)
  const returnTo = () => document.querySelector<HTMLElement>('[role="tree"] [tabindex="0"]')

  const nodeOf = (id: string) => {
    const row = rows.find((each) => each.kind === 'node' && each.node.id === id)
    return state.nodes.get(id) ?? (row?.kind === 'node' ? row.node : undefined)
  }
  const href = (id?: string) => (id ? `${pathname}?node=${id}` : pathname)
  const show = (id: string | undefined, wantsFocus = false) =>
    leave(() => {
      if (id !== shownId) goShallow(href(id), 'replace')
      if (wantsFocus) setPanelTurn((turn) => turn + 1)
      else if (!id && focused) focusNode(focused)
    })
  const openBy = (node: TreeNode) => show(node.id, document.activeElement?.getAttribute('data-key') === node.id)

  const askToMove = (node?: TreeNode) => {
    const ids = node && !selected.has(node.id) ? [node.id] : [...selected]
    const order = rows.flatMap((row) => (row.kind === 'node' && ids.includes(row.node.id) ? [row.node.id] : []))
    const nodes = topmost(state.nodes, order.length > 0 ? order : ids).flatMap((id) => nodeOf(id) ?? [])
    if (nodes.length > 0) setMoving(nodes)
  }
  const add = (parent: string | null, after?: string) => {
    setQuery('')
    acts.add(parent, after)
  }
  const selection = [...selected].flatMap((id) => nodeOf(id) ?? [])

  useShortcuts(mayEdit ? [{ keys: ['n'], group: 'list', label: words.add, run: () => add(null) }] : [])

  const isEmpty = !isSearch && state.levels.get(root)?.total === 0 && editing?.kind !== 'new'
  const isWaiting = isSearch ? !found.data && !found.error : !state.levels.has(root) && failure === undefined
  const instead =
    isSearch && found.error && !found.data ? (
      <Failure title={words.failed} error={found.error} onRetry={() => found.refetch()} />
    ) : failure !== undefined && !state.levels.has(root) ? (
      <Failure title={words.failed} error={failure} onRetry={start} />
    ) : isEmpty ? (
      <MessagePage icon={<IconListTree size={32} stroke={1.5} />} title={words.emptyTitle} text={words.emptyText}>
        {mayEdit && (
          <Button leftSection={<IconPlus size={16} />} onClick={() => add(null)}>
            {words.add}
          </Button>
        )}
      </MessagePage>
    ) : isSearch && found.data?.total === 0 ? (
      <MessagePage
        icon={<IconZoomExclamation size={32} stroke={1.5} />}
        title={m.page.noMatchTitle}
        text={m.page.noMatchText}
      >
        <Button variant="default" onClick={() => setQuery('')}>
          {m.page.clear}
        </Button>
      </MessagePage>
    ) : undefined

  return (
    <Page title={[words.title]}>
      <PageHead title={words.title}>
        {mayEdit && (
          <Button leftSection={<IconPlus size={16} />} onClick={() => add(null)}>
            {words.add}
          </Button>
        )}
        <ActionIcon
          aria-label={t.app.refresh}
          title={t.app.refresh}
          onClick={() => attempt(store.refreshAll().then(() => found.refetch()))}
        >
          <IconRefresh size={18} stroke={1.8} />
        </ActionIcon>
      </PageHead>
      <TreeTools
        store={store}
        query={query}
        onQuery={setQuery}
        found={found.isSettled ? found.data?.total : undefined}
        archived={archived}
        onArchived={setArchived}
        onEnter={() => {
          const row = rows.find((each) => each.kind === 'node' && each.isMatch) ?? rows[0]
          if (row) focusNode(row.key)
        }}
        attempt={attempt}
      />
      {failure !== undefined && state.levels.has(root) && (
        <div className={page.stale}>
          <Notice kind="warn" title={words.failed}>
            {explain(failure, t)}
          </Notice>
        </div>
      )}
      <div className={css.split} data-open={shownId ? '' : undefined}>
        <div className={css.main} aria-busy={isWaiting || undefined}>
          {selection.length > 0 && (
            <SelectedBar
              kind={kind}
              nodes={selection}
              onMoveTo={() => askToMove()}
              onArchive={(nodes, isArchived) => {
                setSelected(new Set())
                void acts.setArchived(nodes, isArchived)
              }}
              onClear={() => setSelected(new Set())}
            />
          )}
          {instead ??
            (isWaiting ? (
              <div className={css.skeleton} role="status" aria-label={t.app.loading}>
                {[0, 1, 1, 0, 1, 2, 0, 0, 1].map((depth, at) => (
                  <span key={`${at}-${depth}`} style={{ marginInlineStart: 16 + depth * 22 }}>
                    <span className="od-skeleton" style={{ width: 120 + ((at * 53) % 110) }} />
                  </span>
                ))}
              </div>
            ) : (
              <TreeView
                store={store}
                label={words.tree}
                rows={rows}
                words={isSearch ? query : undefined}
                mayEdit={mayEdit}
                shownId={shownId}
                focused={focused}
                focusTurn={focusTurn}
                onFocused={setFocused}
                selected={selected}
                onSelect={setSelected}
                editing={editing}
                onEditing={setEditing}
                onRename={(node, name) => void acts.rename(node, name)}
                onCreate={(name, parent, after) => void acts.create(name, parent, after)}
                onOpen={openBy}
                onStep={acts.step}
                onDrop={(nodes, { parent, index }) => {
                  setSelected(new Set())
                  void acts.move(nodes, { parent, index })
                }}
                onMoveTo={askToMove}
                onArchive={(node) => void acts.setArchived([node], !node.isArchived)}
                onDelete={setDeleting}
                onAdd={add}
                attempt={attempt}
              />
            ))}
          {mayEdit && !instead && <p className={css.keys}>{m.page.keys}</p>}
        </div>
        {shownId && (
          <aside
            className={css.side}
            onKeyDown={(event) => {
              if (event.key !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing) return
              show(undefined)
            }}
          >
            <NodePanel
              key={shownId}
              kind={kind}
              id={shownId}
              mayEdit={mayEdit}
              focusTurn={panelTurn}
              onClose={() => show(undefined)}
              onSaved={(before, after) =>
                void acts.settle([before.parent, after.parent], [after.id, before.parent ?? ''].filter(Boolean))
              }
              onMoveTo={(id) => {
                const node = nodeOf(id)
                if (node) setMoving([node])
              }}
              onDelete={(id) => setDeleting(nodeOf(id))}
              onRestore={acts.restore}
            />
          </aside>
        )}
      </div>
      <span role="status" className="od-hidden">
        {said}
      </span>
      {moving && (
        <MoveDialog
          kind={kind}
          nodes={moving}
          returnTo={returnTo}
          onClose={() => setMoving(undefined)}
          onMove={(parent) => {
            setSelected(new Set())
            return acts.moveTo(moving, parent)
          }}
        />
      )}
      {deleting && (
        <DeleteDialog
          kind={kind}
          node={deleting}
          parentName={deleting.parent === null ? null : (state.nodes.get(deleting.parent)?.name ?? '')}
          returnTo={returnTo}
          onClose={() => setDeleting(undefined)}
          onDelete={(replacement) => acts.remove(deleting, replacement)}
          onArchive={() => acts.setArchived([deleting], true)}
        />
      )}
    </Page>
  )
}
