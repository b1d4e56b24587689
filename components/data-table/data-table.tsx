'use client'

import { type ColumnDef, useTable } from '@tanstack/react-table'
import { useRouter } from 'next/navigation'
import { type ReactNode, useCallback, useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import type { ListAnswer } from '@/lib/client/api'
import type { SelectionStore } from '@/lib/client/list-selection'
import type { ListUrl } from '@/lib/client/list-url'
import { useMounted } from '@/lib/client/use-mounted'
import { aria, type ColumnMeta, type Features, features } from './columns'
import { DataRow } from './data-row'
import css from './data-table.module.css'
import { useRowKeys } from './row-keys'
import { SelectHead } from './select-head'
import { SkeletonRows } from './skeleton-rows'
import { SortLink } from './sort-link'

type Result<Row> = {
  data?: ListAnswer<Row>
  isPending: boolean
  isFetching: boolean
  isPlaceholderData: boolean
}

type Props<Row extends { id: string }> = {
  /** Said by screen readers; also what a list is remembered under while its rows are visited. */
  label: string
  columns: ReadonlyArray<ColumnDef<Features, Row, unknown>>
  list: ListUrl
  result: Result<Row>
  rowHref: (row: Row) => string
  /** The name of a row's link. */
  rowLabel: (row: Row) => string
  /** Stands in the place of the rows when there is nothing to show, or nothing could be had. */
  instead?: ReactNode
  busyLabel: string
  density?: 'comfortable' | 'compact'
  /** With one, rows have checkboxes, and keys select them. */
  selection?: SelectionStore<Row>
  /** Lies over the heads of the columns while something is selected. */
  bar?: ReactNode
  /** Columns besides the first that stay while scrolling sideways. */
  pinned?: readonly string[]
  /** Called with a column and its new width in pixels; without it columns keep theirs. */
  onResize?: (column: string, width: number) => void
  /** Where it is narrow rows are cards: their lines, each with the areas of its two cells (`card` of the columns). */
  cards?: readonly string[]
  /** Rows that just changed under the reader's eyes. */
  flashed?: ReadonlySet<string>
}

/** Where each list stood when one of its rows was opened: coming back looks as if nobody had left. */
const places = new Map<string, { top: number; rowId: string | null }>()
const noRows: never[] = []
const selectWidth = 52
const sharedMinimum = 140
// The layout effect restores the scroll before anything is painted; the server has no layout.
const useBeforePaint = typeof window === 'undefined' ? useEffect : useLayoutEffect

/**
 * The one table of the application. The address says what is listed; this shows it: rows that are real links, a
 * skeleton of their true shape, the earlier rows while the next ones come, keys `j k o x`, cards where it is narrow.
 */
export function DataTable<Row extends { id: string }>(props: Props<Row>) {
  const { label, columns, list, result, rowHref, rowLabel, instead, busyLabel, density, selection, pinned, cards } =
    props
  const router = useRouter()
  const scroller = useRef<HTMLDivElement>(null)
  const rows = result.data?.value ?? noRows
  const table = useTable({ features, columns, data: rows, getRowId: (row) => row.id })
  const heads = useMemo(() => columns.map((column) => ({ id: column.id!, meta: column.meta as ColumnMeta })), [columns])
  const { view, q, filter, sort, size, after, before } = list.state
  // What is listed, not how it looks.
  const place = JSON.stringify([label, view, q, filter, sort, size, after, before])
  const loading = result.isPending && !instead
  // The server does not know what the browser will fetch: both begin with the same markup.
  const isFetching = useMounted() && result.isFetching

  const latest = useRef({ rows, place })
  useBeforePaint(() => {
    latest.current = { rows, place }
  })
  const onToggle = useCallback(
    (id: string, range: boolean) => {
      const page = latest.current.rows
      const row = page.find((each) => each.id === id)
      if (row) selection?.toggle(row, page, range)
    },
    [selection],
  )
  const onOpen = useCallback(
    (rowId: string, href: string) => {
      places.set(latest.current.place, { top: scroller.current?.scrollTop ?? 0, rowId })
      router.push(href)
    },
    [router],
  )
  useRowKeys({
    scroller,
    rows,
    onExtend: selection
      ? (from, to) => {
          const of = (id: string | undefined) => rows.find((row) => row.id === id)
          const [first, second] = [of(from), of(to)]
          const current = selection.get()
          if (first && !(current.kind === 'rows' && current.rows.has(first.id))) selection.toggle(first, rows)
          if (second) selection.toggle(second, rows, true)
        }
      : undefined,
  })

  const hasRows = rows.length > 0
  useBeforePaint(() => {
    const box = scroller.current
    const remembered = places.get(place)
    if (box && remembered && hasRows) {
      box.scrollTop = remembered.top
      const link = remembered.rowId && box.querySelector<HTMLElement>(`[data-row="${remembered.rowId}"] a`)
      if (link && document.activeElement === document.body) link.focus({ preventScroll: true })
    }
    places.delete(place)
  }, [place, hasRows])
  useEffect(() => {
    if (scroller.current && !places.has(place)) scroller.current.scrollTop = 0
  }, [place])

  const offsets = useMemo(() => {
    const found = new Map<string, number>()
    let left = selection ? selectWidth : 0
    for (const [i, { id, meta }] of heads.entries()) {
      if (i > 0 && !pinned?.includes(id)) break
      found.set(id, left)
      left += meta.width ?? sharedMinimum
    }
    return found
  }, [heads, pinned, selection])
  const minWidth = heads.reduce(
    (sum, { meta }) => sum + (meta.wideOnly ? 0 : (meta.width ?? meta.minWidth ?? sharedMinimum)),
    selection ? selectWidth : 0,
  )
  const tableRows = table.getRowModel().rows
  return (
    <div
      ref={scroller}
      className={css.scroller}
      data-fetching={(isFetching && !loading) || undefined}
      onScroll={(event) => {
        const box = event.currentTarget
        box.toggleAttribute('data-sideways', box.scrollLeft > 0)
      }}
    >
      <div className={css.progress} aria-hidden="true" />
      <span role="status" className="od-hidden">
        {loading ? busyLabel : ''}
      </span>
      {props.bar}
      {instead ?? (
        <table
          className={css.table}
          style={
            {
              '--table-width': `${minWidth}px`,
              '--cards': cards && `${cards.map((line) => `"${line}"`).join(' ')} / minmax(0, 1fr) auto`,
            } as React.CSSProperties
          }
          data-density={density}
          aria-label={label}
          aria-busy={isFetching}
          {...aria.table}
        >
          <colgroup>
            {selection && <col style={{ width: selectWidth }} />}
            {heads.map(({ id, meta }) => (
              <col key={id} data-wide={meta.wideOnly ? '' : undefined} style={{ width: meta.width ?? meta.fluid }} />
            ))}
          </colgroup>
          <thead {...aria.rowgroup}>
            <tr {...aria.row}>
              {selection && <SelectHead selection={selection} rows={rows} />}
              {heads.map(({ id, meta }) => (
                <SortLink key={id} id={id} meta={meta} list={list} left={offsets.get(id)} onResize={props.onResize} />
              ))}
            </tr>
          </thead>
          <tbody {...aria.rowgroup} data-stale={result.isPlaceholderData || undefined}>
            {loading ? (
              <SkeletonRows metas={heads.map(({ meta }) => meta)} rows={list.state.size} boxes={Boolean(selection)} />
            ) : (
              tableRows.map((row) => (
                <DataRow
                  key={row.id}
                  row={row}
                  original={row.original}
                  columns={columns}
                  offsets={offsets}
                  href={rowHref(row.original)}
                  label={rowLabel(row.original)}
                  selection={selection}
                  onOpen={onOpen}
                  onToggle={onToggle}
                  flash={props.flashed?.has(row.id)}
                />
              ))
            )}
          </tbody>
        </table>
      )}
    </div>
  )
}
