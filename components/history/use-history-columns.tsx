'use client'

import { IconKey, IconRobot, IconStack2, IconUser, IconUserQuestion } from '@tabler/icons-react'
import Link from 'next/link'
import { useMemo } from 'react'
import { columnsOf } from '@/components/data-table/columns'
import { CopyLine } from '@/components/ui/copy-line'
import { ShallowLink } from '@/components/ui/shallow-link'
import { RelativeTime } from '@/components/ui/time'
import { type Change, entityFilter } from '@/lib/client/history'
import type { Organization } from '@/lib/client/me'
import { useHistoryMessages } from '@/lib/client/messages/areas/history'
import { useMessages } from '@/lib/client/messages/use-messages'
import { batchHref } from './change-entry'
import { Differences } from './differences'
import css from './history-page.module.css'
import { changeHref, useChangeWords } from './use-change-words'

const column = columnsOf<Change>()

/** The lines of a change's card. */
export const historyCards = ['what at', 'of of', 'changes changes', 'actor batch']
const actorIcons: Record<string, typeof IconUser> = { user: IconUser, apiKey: IconKey, system: IconRobot }

/** Where everything that happened to one thing is listed. */
export const historyOfHref = (orgId: string | undefined, { entity, entityId }: Change) =>
  `${orgId ? `/orgs/${orgId}` : '/admin'}/history?filter=${encodeURIComponent(entityFilter(entity, entityId))}`

const numbered = new Set(['order', 'orderNote'])

/** What a changed thing is called: an order by its number. */
export const changedName = ({ entity, entityName }: Pick<Change, 'entity' | 'entityName'>) =>
  entityName && numbered.has(entity) ? `#${entityName}` : entityName

type Options = { orgId?: string; organizations: readonly Organization[] }

/** The columns of the history of an organization, or of the whole system. */
export function useHistoryColumns({ orgId, organizations }: Options) {
  const t = useMessages()
  const m = useHistoryMessages()
  const words = useChangeWords()
  // The words are made anew on each rendering, from the same messages.
  return useMemo(() => {
    const place = new Map(organizations.map((organization) => [organization.id, organization]))
    const zoneOf = ({ organization }: Change) => place.get(organization ?? orgId ?? '')?.timeZone ?? 'UTC'
    return column.columns([
      column.accessor('at', {
        id: 'at',
        meta: { label: m.when, width: 138, sort: 'at', descendingFirst: true, skeleton: 0.6, card: ['at', 'dim'] },
        cell: ({ row: { original } }) => <RelativeTime iso={original.at} timeZone={zoneOf(original)} />,
      }),
      column.accessor('actor', {
        id: 'actor',
        meta: { label: m.actor, width: 196, skeleton: 0.6, card: ['actor', 'dim'] },
        cell: ({ row: { original } }) => {
          const { kind } = original.actor
          const Icon = actorIcons[kind] ?? IconUserQuestion
          return (
            <span className={css.actor} title={`${m.actorKinds[kind] ?? kind}: ${words.actor(original)}`}>
              <Icon size={15} aria-label={m.actorKinds[kind] ?? kind} />
              <span className="od-cut">{words.actor(original)}</span>
            </span>
          )
        },
      }),
      column.accessor('operation', {
        id: 'operation',
        meta: { label: m.what, width: 158, skeleton: 0.6, card: ['what', 'strong'] },
        cell: ({ row: { original } }) => <span className={css.what}>{words.operation(original)}</span>,
      }),
      column.accessor('entityName', {
        id: 'of',
        meta: { label: m.of, width: 214, skeleton: 0.7, card: ['of'] },
        cell: ({ row: { original } }) => {
          const href = changeHref(original)
          const name = changedName(original) || original.entityId
          return (
            <span className={css.of}>
              <span className={css.kind}>{words.entity(original.entity)}</span>
              {href ? (
                <Link className={`od-link od-cut ${css.above}`} href={href} prefetch={false} title={name}>
                  {name}
                </Link>
              ) : (
                <span className="od-cut" title={name}>
                  {name}
                </span>
              )}
            </span>
          )
        },
      }),
      column.accessor('fields', {
        id: 'changes',
        meta: { label: m.changes, minWidth: 260, skeleton: 0.7, card: ['changes'] },
        cell: ({ row: { original } }) =>
          original.version === 0 || Object.keys(original.fields).length === 0 ? (
            <span className={css.none}>{t.app.none}</span>
          ) : (
            <div className={css.changes}>
              <Differences
                fields={original.fields}
                most={2}
                context={{
                  entity: original.entity,
                  timeZone: zoneOf(original),
                  currency: place.get(original.organization ?? orgId ?? '')?.currency,
                }}
              />
            </div>
          ),
      }),
      ...(orgId
        ? []
        : [
            column.accessor('organization', {
              id: 'organization',
              meta: { label: m.organization, width: 130, skeleton: 0.6, card: 'hidden' },
              cell: ({ row: { original } }) =>
                original.organization ? (place.get(original.organization)?.name ?? original.organization) : t.app.none,
            }),
          ]),
      column.accessor('batchId', {
        id: 'batch',
        meta: { label: m.batch, width: 104, skeleton: 0.4, card: ['batch'] },
        cell: ({ row: { original } }) =>
          original.batchId && (
            <ShallowLink
              className={`${css.batch} ${css.above}`}
              href={batchHref(orgId ?? null, original.batchId)}
              title={m.showBatch}
              aria-label={m.batchShort({ id: original.batchId.slice(-6) })}
            >
              <IconStack2 size={14} aria-hidden />
              <span className="od-mono">{original.batchId.slice(-6)}</span>
            </ShallowLink>
          ),
      }),
      column.accessor('surface', {
        id: 'surface',
        meta: { label: m.through, width: 128, wideOnly: true, skeleton: 0.6, card: 'hidden' },
        cell: ({ row: { original } }) => m.surfaces[original.surface] ?? original.surface,
      }),
      column.accessor('requestId', {
        id: 'request',
        meta: { label: m.request, width: 150, wideOnly: true, skeleton: 0.8, card: 'hidden' },
        cell: ({ row: { original } }) =>
          original.requestId && (
            <span className={`${css.above} ${css.request}`}>
              <CopyLine value={original.requestId} />
            </span>
          ),
      }),
    ])
  }, [t, m, orgId, organizations])
}
