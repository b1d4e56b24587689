'use client'

import { ActionIcon } from '@mantine/core'
import { IconCornerDownRight, IconTrash, IconX } from '@tabler/icons-react'
import dynamic from 'next/dynamic'
import { useEffect, useRef, useState } from 'react'
import { Failure, statusOf } from '@/components/ui/failure'
import { MessagePage } from '@/components/ui/message-page'
import { Tabs } from '@/components/ui/tabs'
import { Waiting } from '@/components/ui/waiting'
import { revertPath } from '@/lib/client/history'
import { useTreeMessages } from '@/lib/client/messages/areas/trees'
import { useMessages } from '@/lib/client/messages/use-messages'
import type { TreeEntity, TreeKind } from '@/lib/client/trees'
import { NodeFacts } from './node-facts'
import { NodeForm } from './node-form'
import css from './node-panel.module.css'
import { useChosenNodes } from './use-chosen-nodes'
import { useEntity } from './use-entity'

const HistoryTab = dynamic(() => import('@/components/history/history-tab').then((module) => module.HistoryTab))

type Props = {
  kind: TreeKind
  id: string
  /** Also whether there is a history to read. */
  mayEdit: boolean
  /** Raised by one whenever the focus should go to the first field. */
  focusTurn: number
  onClose: () => void
  onSaved: (before: TreeEntity, after: TreeEntity) => void
  onMoveTo: (id: string) => void
  onDelete: (id: string) => void
  onRestore: (id: string, batchId: string) => Promise<void>
}

/** The editor beside the tree: all fields of one node, and its history. */
export function NodePanel({ kind, id, mayEdit, focusTurn, onClose, onSaved, onMoveTo, onDelete, onRestore }: Props) {
  const t = useMessages()
  const m = useTreeMessages()
  const [tab, setTab] = useState<'details' | 'history'>('details')
  const entity = useEntity(kind, id)
  const { chosen } = useChosenNodes(kind, [id])
  const path = chosen[0]?.path ?? []
  const isGone = statusOf(entity.error) === 404
  const name = entity.data?.data.name ?? ''
  const body = useRef<HTMLDivElement>(null)
  const isLoaded = entity.data !== undefined
  const answered = useRef(0)
  useEffect(() => {
    if (!isLoaded || focusTurn === answered.current) return
    answered.current = focusTurn
    body.current?.querySelector<HTMLElement>('input, textarea')?.focus()
  }, [focusTurn, isLoaded])
  return (
    <section className={css.panel} aria-label={name || m.kinds[kind].one}>
      <header className={css.head}>
        <div className={css.titles}>
          <p className={`od-cut ${css.path}`}>{path.length > 0 ? path.map((node) => node.name).join(' › ') : m.root}</p>
          <h2 className={css.title}>{name || ' '}</h2>
        </div>
        {mayEdit && entity.data && (
          <>
            <ActionIcon aria-label={m.menu.moveTo} title={`${m.menu.moveTo} (M)`} onClick={() => onMoveTo(id)}>
              <IconCornerDownRight size={18} />
            </ActionIcon>
            <ActionIcon
              aria-label={m.menu.delete}
              title={`${m.menu.delete} (Del)`}
              color="red"
              onClick={() => onDelete(id)}
            >
              <IconTrash size={18} />
            </ActionIcon>
          </>
        )}
        <ActionIcon aria-label={t.app.close} title={`${t.app.close} (Esc)`} onClick={onClose}>
          <IconX size={18} />
        </ActionIcon>
      </header>
      {mayEdit && <Tabs label={name} tabs={m.tabs} shown={tab} onShow={setTab} controls="node-panel-body" />}
      <div ref={body} className={css.body} id="node-panel-body" role={mayEdit ? 'tabpanel' : undefined}>
        {isGone && tab !== 'history' ? (
          <MessagePage title={m.kinds[kind].gone} text={m.goneText} />
        ) : entity.error && !entity.data && !isGone ? (
          <Failure title={m.failed.load} error={entity.error} onRetry={() => entity.refetch()} />
        ) : tab === 'history' ? (
          <HistoryTab
            entityType={kind === 'categories' ? 'category' : 'location'}
            entityId={id}
            onRevert={({ batchId }) => onRestore(id, batchId!)}
            mayRevert={(entry) => isGone && revertPath(undefined, entry) !== undefined}
          />
        ) : !entity.data ? (
          <Waiting widths={[90, 90, 60, 90]} height={32} />
        ) : mayEdit ? (
          <NodeForm key={id} kind={kind} entity={entity.data} onSaved={onSaved} onReload={() => entity.refetch()} />
        ) : (
          <NodeFacts kind={kind} entity={entity.data.data} />
        )}
      </div>
    </section>
  )
}
