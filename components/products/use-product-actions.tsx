'use client'

import {
  IconArchive,
  IconCategory,
  IconEyeOff,
  IconStar,
  IconStarOff,
  IconTag,
  IconTrash,
  IconWorldUpload,
} from '@tabler/icons-react'
import dynamic from 'next/dynamic'
import { type ReactNode, useState } from 'react'
import type { ListAction, ListSelection } from '@/components/data-table/selection'
import { useProductMessages } from '@/lib/client/messages/areas/products'
import type { Product } from '@/lib/client/products'
import { type ChangeKind, useProductChange } from './use-product-change'

const BulkDialog = dynamic(() => import('./bulk-dialog').then((module) => module.BulkDialog), { ssr: false })
const ResultDialog = dynamic(() => import('./result-dialog').then((module) => module.ResultDialog), { ssr: false })

type Options = { orgId: string; timeZone: string; isSystemAdmin: boolean }

/** What can be done to selected products, and the dialogs that ask about it. */
export function useProductActions({ orgId, timeZone, isSystemAdmin }: Options): {
  actions: ListAction<Product>[]
  dialogs: ReactNode
} {
  const m = useProductMessages()
  const [asked, setAsked] = useState<{ kind: ChangeKind; selection: ListSelection<Product> }>()
  const { run, failed, dismiss } = useProductChange(orgId, timeZone)
  const ask = (kind: ChangeKind) => (selection: ListSelection<Product>) => setAsked({ kind, selection })
  /** Known only while the rows were selected one by one. */
  const all = (test: (product: Product) => boolean, reason: string) => (selection: ListSelection<Product>) =>
    selection.rows.length > 0 && selection.rows.length === selection.count && selection.rows.every(test)
      ? reason
      : undefined
  const hasStatus = (status: Product['publication']['status'], reason: string) =>
    all(({ publication }) => publication.status === status, reason)
  const actions: ListAction<Product>[] = [
    {
      key: 'publish',
      label: m.publish,
      icon: <IconWorldUpload size={15} />,
      shortcut: 'p',
      blocked: hasStatus('ACTIVE', m.blockedPublished),
      run: ask('publish'),
    },
    {
      key: 'unpublish',
      label: m.unpublish,
      icon: <IconEyeOff size={15} />,
      shortcut: 'u',
      blocked: hasStatus('DRAFT', m.blockedDraft),
      run: ask('unpublish'),
    },
    {
      key: 'archive',
      label: m.archive,
      icon: <IconArchive size={15} />,
      shortcut: 'a',
      blocked: hasStatus('ARCHIVED', m.blockedArchived),
      run: ask('archive'),
    },
    { key: 'category', label: m.setCategory, icon: <IconCategory size={15} />, shortcut: 'c', run: ask('category') },
    { key: 'tags', label: m.editTags, icon: <IconTag size={15} />, shortcut: 't', run: ask('tags') },
    ...(isSystemAdmin
      ? [
          {
            key: 'promote',
            label: m.promote,
            icon: <IconStar size={15} />,
            blocked: all(({ isPromoted }) => isPromoted, m.blockedPromoted),
            run: ask('promote'),
          },
          {
            key: 'unpromote',
            label: m.unpromote,
            icon: <IconStarOff size={15} />,
            blocked: all(({ isPromoted }) => !isPromoted, m.blockedNotPromoted),
            run: ask('unpromote'),
          },
        ]
      : []),
    {
      key: 'delete',
      label: m.delete,
      icon: <IconTrash size={15} />,
      shortcut: '!',
      danger: true,
      run: ask('delete'),
    },
  ]
  const dialogs = (
    <>
      {asked && (
        <BulkDialog
          orgId={orgId}
          kind={asked.kind}
          selection={asked.selection}
          onRun={(change, options, as = asked.kind) => run(as, asked.selection, change, options)}
          onClose={() => setAsked(undefined)}
        />
      )}
      {failed && !asked && <ResultDialog orgId={orgId} result={failed} onClose={dismiss} />}
    </>
  )
  return { actions, dialogs }
}
