'use client'

import { ActionIcon } from '@mantine/core'
import { IconCornerDownRight, IconTrash, IconX } from '@tabler/icons-react'
import dynamic from 'next/dynamic'
import { useEffect, useRef, useState } from 'react'
import { Failure, statusOf } from '@/components/ui/failure'
import { MessagePage } from '@/components/ui/message-page'
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
}

/** The editor beside the tree: all fields of one node, and its history. */
export function NodePanel({ kind, id, mayEdit, focusTurn, onClose, onSaved, onMoveTo, onDelete }: Props) {
  const t = useMessages()
  const m = useTreeMessages()
  const [tab, setTab] = useState<'details' | 'history'>('details')
  const entity = useEntity(kind, id)
  const { chosen } = useChosenNodes(kind, [id])
  const path = chosen[0]?.path ?? []
  const name = entity.data?.data.name ?? ''
  const body = useRef<HTMLDivElement>(null)
  const isLoaded = entity.data !== undefined
  const answered = useRef(0)
  useEffect(() => {
    if (!isLoaded || focusTurn === answered.current) return
    answered.current = focusTurn
    body.current?.querySelector<HTMLElement>('input, textarea')?.focus()
  }, [focusTurn, isLoaded])
  const tabs = mayEdit ? (['details', 'history'] as const) : (['details'] as const)
  return (
    <section className={css.panel} aria-label={name || m.kinds[kind].one}>
      <header className={css.head}>
        <div className={css.titles}>
          <p className={css.path}>{path.length > 0 ? path.map((node) => node.name).join(' › ') : m.root}</p>
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
      {tabs.length > 1 && (
        <div className={css.tabs} role="tablist" aria-label={name}>
          {tabs.map((each) => (
            <button
              key={each}
              type="button"
              role="tab"
              id={`tab-${each}`}
              aria-selected={tab === each}
              aria-controls="node-panel-body"
              tabIndex={tab === each ? 0 : -1}
              className={css.tab}
              onClick={() => setTab(each)}
              onKeyDown={(event) => {
                if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
                event.preventDefault()
                const other = each === 'details' ? 'history' : 'details'
                setTab(other)
                document.getElementById(`tab-${other}`)?.focus()
              }}
            >
              {m.tabs[each]}
            </button>
          ))}
        </div>
      )}
      <div ref={body} className={css.body} id="node-panel-body" role={tabs.length > 1 ? 'tabpanel' : undefined}>
        {statusOf(entity.error) === 404 ? (
          <MessagePage title={m.kinds[kind].gone} text={m.goneText} />
        ) : entity.error && !entity.data ? (
          <Failure title={m.failed.load} error={entity.error} onRetry={() => entity.refetch()} />
        ) : tab === 'history' ? (
          <HistoryTab entityType={kind === 'categories' ? 'category' : 'location'} entityId={id} />
        ) : !entity.data ? (
          <div className={css.skeleton} aria-hidden="true">
            {[90, 90, 60, 90].map((width, at) => (
              <span key={`${at}-${width}`} className="od-skeleton" style={{ width: `${width}%`, height: 32 }} />
            ))}
          </div>
        ) : mayEdit ? (
          <NodeForm key={id} kind={kind} entity={entity.data} onSaved={onSaved} onReload={() => entity.refetch()} />
        ) : (
          <NodeFacts kind={kind} entity={entity.data.data} />
        )}
      </div>
    </section>
  )
}
