'use client'

import { useQueries, useQuery } from '@tanstack/react-query'
import { type ReactNode, useEffect, useRef, useState } from 'react'
import type { ListSelection } from '@/components/data-table/selection'
import { TreePicker } from '@/components/trees/tree-picker'
import { ActDialog } from '@/components/ui/act-dialog'
import { explain } from '@/components/ui/failure'
import layout from '@/components/ui/form.module.css'
import { formatNumber } from '@/lib/client/format'
import { useProductMessages } from '@/lib/client/messages/areas/products'
import { useLanguage } from '@/lib/client/messages/use-messages'
import { isConflict } from '@/lib/client/order-change'
import type { BulkChange } from '@/lib/client/product-changes'
import { factsQuery } from '@/lib/client/product-facts'
import { type Product, productOrdersQuery, tagsQuery } from '@/lib/client/products'
import { showToast } from '@/lib/client/toasts'
import css from './bulk-dialog.module.css'
import { TagsField } from './tags-field'
import type { ChangeKind } from './use-product-change'

export type BulkDialogProps = {
  orgId: string
  kind: ChangeKind
  selection: ListSelection<Product>
  onRun: (
    change: BulkChange,
    options: { signal: AbortSignal; onProgress: (done: number) => void },
    as?: ChangeKind,
  ) => Promise<void>
  onClose: () => void
}

/** From how many on somebody wants to see how far it is. */
const slowFrom = 100
/** As many as the effect of a deletion is counted for. */
const countedFor = 100

/** Asks before many products change; while they do, shows how far it is, and closing it stops the rest. */
export function BulkDialog({ orgId, kind, selection, onRun, onClose }: BulkDialogProps) {
  const { messages: t } = useLanguage()
  const m = useProductMessages()
  const { count } = selection
  const [done, setDone] = useState<number>()
  const [categoryIds, setCategoryIds] = useState<string[]>([])
  const [add, setAdd] = useState<string[]>([])
  const [remove, setRemove] = useState<string[]>([])
  const [error, setError] = useState<string>()
  const stopping = useRef<AbortController>(null)
  useEffect(() => () => stopping.current?.abort(), [])

  const act = async (change: BulkChange, as: ChangeKind = kind) => {
    stopping.current = new AbortController()
    const { signal } = stopping.current
    if (count > slowFrom) setDone(0)
    try {
      await onRun(change, { signal, onProgress: setDone }, as)
    } catch (failure) {
      setDone(undefined)
      // The dialog closes over what is no longer so; that it did not happen must be said elsewhere.
      if (isConflict(failure)) showToast({ kind: 'failed', title: t.toast.failed, text: explain(failure, t) })
      throw failure
    } finally {
      // What is done now must not be taken for something to stop.
      stopping.current = null
    }
  }
  const dialogs: Record<
    ChangeKind,
    { title: string; confirm: string; body: ReactNode; change: () => BulkChange | undefined }
  > = {
    publish: {
      title: m.publishTitle({ count }),
      confirm: m.publish,
      body: <p>{m.publishText}</p>,
      change: () => ({ status: 'ACTIVE' }),
    },
    unpublish: {
      title: m.unpublishTitle({ count }),
      confirm: m.unpublish,
      body: <p>{m.unpublishText}</p>,
      change: () => ({ status: 'DRAFT' }),
    },
    archive: {
      title: m.archiveTitle({ count }),
      confirm: m.archive,
      body: <p>{m.archiveText}</p>,
      change: () => ({ status: 'ARCHIVED' }),
    },
    promote: {
      title: m.promoteTitle({ count }),
      confirm: m.promote,
      body: <p>{m.promoteText}</p>,
      change: () => ({ isPromoted: true }),
    },
    unpromote: {
      title: m.unpromoteTitle({ count }),
      confirm: m.unpromote,
      body: <p>{m.promoteText}</p>,
      change: () => ({ isPromoted: false }),
    },
    category: {
      title: m.categoryTitle({ count }),
      confirm: m.categoryConfirm,
      body: (
        <>
          <TreePicker
            kind="categories"
            label={m.category}
            max={1}
            value={categoryIds}
            error={error}
            onChange={(ids) => {
              setCategoryIds(ids)
              setError(undefined)
            }}
          />
          <p className="od-muted">{m.categoryText}</p>
        </>
      ),
      change: () => {
        if (categoryIds[0]) return { categoryId: categoryIds[0] }
        setError(m.categoryMissing)
        return undefined
      },
    },
    tags: {
      title: m.tagsTitle({ count }),
      confirm: m.tagsConfirm,
      body: (
        <Tags
          orgId={orgId}
          rows={selection.rows}
          add={add}
          remove={remove}
          error={error}
          onAdd={setAdd}
          onRemove={setRemove}
        />
      ),
      change: () => {
        if (add.length + remove.length === 0) {
          setError(m.tagsNone)
          return undefined
        }
        return {
          ...(add.length > 0 ? { addTags: add } : {}),
          ...(remove.length > 0 ? { removeTags: remove.filter((tag) => !add.includes(tag)) } : {}),
        }
      },
    },
    delete: {
      title: m.deleteTitle({ count }),
      confirm: m.deleteConfirm({ count }),
      body: <Effects orgId={orgId} selection={selection} />,
      change: () => ({ delete: true }),
    },
  }
  const { title, confirm, body, change } = dialogs[kind]
  return (
    <ActDialog
      title={title}
      confirm={confirm}
      danger={kind === 'delete'}
      onClose={onClose}
      onConfirm={() => {
        const wanted = change()
        return wanted && act(wanted)
      }}
    >
      <div className={layout.stack}>
        {body}
        <Names selection={selection} />
        {done !== undefined && (
          <div className={css.progress} role="status">
            <progress value={done} max={count} aria-label={title} />
            <span className="od-number">{m.progress({ done, total: count })}</span>
          </div>
        )}
      </div>
    </ActDialog>
  )
}

/** Which ones, by name, as far as they were named one by one. */
function Names({ selection }: { selection: ListSelection<Product> }) {
  const m = useProductMessages()
  const shown = 50
  if (selection.rows.length === 0) return null
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a long list scrolls, and the keyboard must reach it.
    <ul className={css.names} tabIndex={0} aria-label={m.title}>
      {selection.rows.slice(0, shown).map(({ id, name }) => (
        <li key={id} className="od-cut" title={name}>
          {name}
        </li>
      ))}
      {selection.count > shown && <li>{m.andMore({ count: selection.count - shown })}</li>}
    </ul>
  )
}

type TagsProps = {
  orgId: string
  rows: readonly Product[]
  add: string[]
  remove: string[]
  error: string | undefined
  onAdd: (tags: string[]) => void
  onRemove: (tags: string[]) => void
}

function Tags({ orgId, rows, add, remove, error, onAdd, onRemove }: TagsProps) {
  const m = useProductMessages()
  const { data } = useQuery(tagsQuery(orgId))
  const inUse = data?.value.flatMap(({ tags }) => tags ?? []) ?? []
  const worn = [...new Set(rows.flatMap(({ tags }) => tags))]
  return (
    <>
      <TagsField
        label={m.addTags}
        description={m.tagsHint}
        error={add.length + remove.length === 0 ? error : undefined}
        known={inUse}
        autoFocus
        value={add}
        onChange={onAdd}
      />
      <TagsField label={m.removeTags} known={worn.length > 0 ? worn : inUse} value={remove} onChange={onRemove} />
    </>
  )
}

/** What goes with deleted products, and what stays. */
function Effects({ orgId, selection }: { orgId: string; selection: ListSelection<Product> }) {
  const { locale } = useLanguage()
  const m = useProductMessages()
  const ids = selection.ids
  const isCounted = ids.length > 0 && ids.length <= countedFor
  const facts = useQueries({ queries: isCounted ? ids.map((id) => factsQuery(orgId, id)) : [] })
  const orders = useQuery({ ...productOrdersQuery(orgId, isCounted ? ids : []), enabled: isCounted })
  const sum = (pick: (facts: { variants: number; followers: number }) => number) =>
    facts.reduce((total, { data }) => total + (data ? pick(data) : 0), 0)
  const count = (value: number) => formatNumber(locale, value)
  const isKnown = facts.every(({ data }) => data !== undefined)
  const inOrders = orders.data?.reduce((total, each) => total + each.count, 0)
  if (!isCounted) {
    return (
      <ul className={css.effects}>
        <li>{m.effectMany}</li>
        <li>{m.effectImages}</li>
        <li>{m.effectUndo}</li>
      </ul>
    )
  }
  return (
    <ul className={css.effects} aria-busy={!isKnown || inOrders === undefined}>
      <li>{isKnown ? m.effectVariants({ count: count(sum(({ variants }) => variants)) }) : '…'}</li>
      {isKnown && sum(({ followers }) => followers) > 0 && (
        <li>{m.effectFollowers({ count: count(sum(({ followers }) => followers)) })}</li>
      )}
      <li>
        {inOrders === undefined ? '…' : inOrders > 0 ? m.effectOrders({ count: count(inOrders) }) : m.effectNoOrders}
      </li>
      <li>{m.effectImages}</li>
      <li>{m.effectUndo}</li>
    </ul>
  )
}
