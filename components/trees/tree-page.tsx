'use client'

import { ActionIcon, Button, CloseButton, Switch, TextInput } from '@mantine/core'
import { IconFold, IconListTree, IconPlus, IconRefresh, IconSearch, IconZoomExclamation } from '@tabler/icons-react'
import dynamic from 'next/dynamic'
import { usePathname, useSearchParams } from 'next/navigation'
import { useMemo, useRef, useState } from 'react'
import { useCurrentOrganization } from '@/components/shell/current-organization'
import { explain, Failure } from '@/components/ui/failure'
import { Key } from '@/components/ui/key'
import { MessagePage } from '@/components/ui/message-page'
import { Notice } from '@/components/ui/notice'
import { PageTitle } from '@/components/ui/page-title'
import { leave } from '@/lib/client/editing/use-unsaved'
import { goShallow } from '@/lib/client/list-url'
import { useTreeMessages } from '@/lib/client/messages/areas/trees'
import { useMessages } from '@/lib/client/messages/use-messages'
import { useShortcuts } from '@/lib/client/shortcuts'
import { showToast } from '@/lib/client/toasts'
import { deleteEntity, type LevelAnswer, type TreeKind, type TreeNode } from '@/lib/client/trees'
import { type Direction, keyTarget } from './keyboard-move'
import { NodePanel } from './node-panel'
import { problemOf } from './project-drop'
import css from './tree-page.module.css'
import { flatten, foundRows, levelKey, root, topmost } from './tree-state'
import { type Editing, TreeView } from './tree-view'
import { useFound } from './use-found'
import { useOpenNodes } from './use-open-nodes'
import { useTree, useTreeState } from './use-tree'
import { useTreeActs } from './use-tree-acts'

const DeleteDialog = dynamic(() => import('./delete-dialog').then((module) => module.DeleteDialog), { ssr: false })
const MoveDialog = dynamic(() => import('./move-dialog').then((module) => module.MoveDialog), { ssr: false })

/** “Open everything” stops asking for more at so many nodes. */
const enough = 20_000

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
  const [opening, setOpening] = useState(false)
  const search = useRef<HTMLInputElement>(null)
  const steps = useRef<Promise<unknown>>(Promise.resolve())

  const focusNode = (id: string) => {
    setFocused(id)
    setFocusTurn((turn) => turn + 1)
  }
  const acts = useTreeActs(store, focusNode)
  const attempt = (act: Promise<unknown>) => {
    act.catch((error) => showToast({ kind: 'failed', title: words.failed, text: explain(error, t) }))
  }
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

  const step = (node: TreeNode, direction: Direction) => {
    const run = async () => {
      const now = store.get()
      const target = keyTarget(now, node.id, direction)
      const fresh = now.nodes.get(node.id)
      if (!target || !fresh) return setSaid(m.cannot[direction])
      const problem = problemOf(now, [node.id], target.parent)
      if (problem) return setSaid(m.problems[problem])
      let { index } = target
      if (target.last && target.parent !== null) {
        await store.open([target.parent])
        await store.reach(target.parent, Math.max(0, index - 1))
        index = store.get().levels.get(target.parent)?.ids.length ?? 0
      } else if (direction === 'down') await store.reach(target.parent, index)
      setSaid('')
      // The server is told in its turn; the next step need not wait for it.
      void acts.move([fresh], { parent: target.parent, index })
    }
    steps.current = steps.current.then(run, run)
    attempt(steps.current)
  }
  const askToMove = (node?: TreeNode) => {
    const ids = node && !selected.has(node.id) ? [node.id] : [...selected]
    const order = rows.flatMap((row) => (row.kind === 'node' && ids.includes(row.node.id) ? [row.node.id] : []))
    const nodes = topmost(state.nodes, order.length > 0 ? order : ids).flatMap((id) => nodeOf(id) ?? [])
    if (nodes.length > 0) setMoving(nodes)
  }
  const moveTo = async (nodes: readonly TreeNode[], parent: string | null) => {
    for (const id of [...nodes.map((node) => node.id), ...(parent ? [parent] : [])]) {
      if (!store.get().nodes.has(id)) await store.reveal(id)
    }
    const ids = nodes.map(({ id }) => id)
    const problem = problemOf(store.get(), ids, parent)
    if (problem) throw new Error(m.problems[problem])
    if (parent) await store.open([parent])
    await store.reach(parent, Number.MAX_SAFE_INTEGER)
    const rest = (store.get().levels.get(levelKey(parent))?.ids ?? []).filter((id) => !ids.includes(id))
    const fresh = ids.flatMap((id) => store.get().nodes.get(id) ?? [])
    setSelected(new Set())
    await acts.move(fresh, { parent, index: rest.length })
  }
  const add = (parent: string | null, after?: string) => {
    const begin = () => setEditing({ kind: 'new', parent, after })
    if (after || parent === null) return begin()
    setQuery('')
    attempt(
      store
        .open([parent])
        .then(() => store.reach(parent, Number.MAX_SAFE_INTEGER))
        .then(begin),
    )
  }
  const remove = async (node: TreeNode, replacement: Parameters<typeof deleteEntity>[3]) => {
    const at = rows.findIndex(({ key }) => key === node.id)
    const beside = rows.slice(at + 1).find(({ key, depth }) => key !== node.id && depth <= (rows[at]?.depth ?? 0))
    const next = beside ?? rows[at - 1]
    try {
      await deleteEntity(kind, node.id, store.get().nodes.get(node.id)?.version ?? node.version, replacement)
    } catch (error) {
      acts.fail(m.failed.named({ name: node.name }), error)
      throw error
    }
    if (shownId === node.id) goShallow(pathname, 'replace')
    setSelected(new Set())
    showToast({ kind: 'done', title: m.deleted({ name: node.name }) })
    await acts.settle([node.parent], replacement?.by ? [node.parent ?? '', replacement.by].filter(Boolean) : [])
    await store.refreshAll().catch(() => undefined)
    if (next) focusNode(next.key)
  }
  const selection = [...selected].flatMap((id) => nodeOf(id) ?? [])

  useShortcuts([
    {
      keys: ['/'],
      group: 'list',
      label: t.shortcuts.search,
      run: () => {
        search.current?.focus()
        search.current?.select()
      },
    },
    ...(mayEdit ? [{ keys: ['n'], group: 'list' as const, label: words.add, run: () => add(null) }] : []),
  ])

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
    <div className={css.page}>
      <PageTitle parts={[words.title]} />
      <header className={css.head}>
        <h1 className={css.title}>{words.title}</h1>
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
      </header>
      <search className={css.tools}>
        <TextInput
          ref={search}
          className={css.search}
          type="search"
          aria-label={words.search}
          placeholder={words.hint}
          spellCheck={false}
          autoComplete="off"
          leftSection={<IconSearch size={16} />}
          rightSection={
            query ? (
              <CloseButton
                size="sm"
                aria-label={t.list.clearSearch}
                onClick={() => {
                  setQuery('')
                  search.current?.focus()
                }}
              />
            ) : (
              <Key>/</Key>
            )
          }
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return
            if (event.key === 'Escape') {
              if (query) setQuery('')
              else event.currentTarget.blur()
            }
            if (event.key === 'ArrowDown' && rows[0]) {
              event.preventDefault()
              const match = rows.find((row) => row.kind === 'node' && row.isMatch) ?? rows[0]
              focusNode(match.key)
            }
          }}
        />
        <span role="status" className={css.found}>
          {isSearch && found.data && found.isSettled ? m.page.total({ count: found.data.total }) : ''}
        </span>
        <span className={css.space} />
        {kind === 'categories' && (
          <Switch
            size="xs"
            label={m.page.showArchived}
            checked={archived}
            onChange={(event) => setArchived(event.currentTarget.checked)}
          />
        )}
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          loading={opening}
          leftSection={<IconListTree size={16} />}
          disabled={isSearch}
          onClick={() => {
            setOpening(true)
            attempt(store.openAll(enough).finally(() => setOpening(false)))
          }}
        >
          {m.page.expandAll}
        </Button>
        <Button
          variant="subtle"
          color="gray"
          size="compact-sm"
          leftSection={<IconFold size={16} />}
          disabled={isSearch || state.expanded.size === 0}
          onClick={store.closeAll}
        >
          {m.page.collapseAll}
        </Button>
      </search>
      {failure !== undefined && state.levels.has(root) && (
        <Notice kind="warn" title={words.failed}>
          {explain(failure, t)}
        </Notice>
      )}
      <div className={css.split} data-open={shownId ? '' : undefined}>
        <div className={css.main} aria-busy={isWaiting || undefined}>
          {selection.length > 0 && (
            <div className={css.bar} role="toolbar" aria-label={m.page.selected({ count: selection.length })}>
              <strong>{m.page.selected({ count: selection.length })}</strong>
              <Button size="compact-sm" variant="default" onClick={() => askToMove()}>
                {m.menu.moveTo}
              </Button>
              {kind === 'categories' && (
                <Button
                  size="compact-sm"
                  variant="default"
                  onClick={() => {
                    const isArchived = selection.some((node) => !node.isArchived)
                    const those = selection.filter((node) => node.isArchived !== isArchived)
                    setSelected(new Set())
                    void acts.setArchived(those, isArchived)
                  }}
                >
                  {selection.some((node) => !node.isArchived) ? m.menu.archive : m.menu.unarchive}
                </Button>
              )}
              <CloseButton size="sm" aria-label={m.page.clearSelection} onClick={() => setSelected(new Set())} />
            </div>
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
                onStep={step}
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
          onMove={(parent) => moveTo(moving, parent)}
        />
      )}
      {deleting && (
        <DeleteDialog
          kind={kind}
          node={deleting}
          parentName={deleting.parent === null ? null : (state.nodes.get(deleting.parent)?.name ?? '')}
          returnTo={returnTo}
          onClose={() => setDeleting(undefined)}
          onDelete={(replacement) => remove(deleting, replacement)}
          onArchive={() => acts.setArchived([deleting], true)}
        />
      )}
    </div>
  )
}
