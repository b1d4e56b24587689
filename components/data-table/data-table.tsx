'use client'

import { type ColumnDef, useTable } from '@tanstack/react-table'
import { useRouter } from 'next/navigation'
import { type ReactNode, useEffect, useLayoutEffect, useMemo, useRef } from 'react'
import type { ListAnswer } from '@/lib/client/api'
import type { ListUrl } from '@/lib/client/list-url'
import { aria, type ColumnMeta, type Features, features } from './columns'
import css from './data-table.module.css'
import { useRowKeys } from './row-keys'
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
}

/** Where each list stood when one of its rows was opened: coming back looks as if nobody had left. */
const places = new Map<string, { top: number; rowId: string | null }>()
const noRows: never[] = []
// The layout effect restores the scroll before anything is painted; the server has no layout.
const useBeforePaint = typeof window === 'undefined' ? useEffect : useLayoutEffect

/**
 * The one table of the application. The address says what is listed; this shows it: rows that are real links, a
 * skeleton of their true shape, the earlier rows while the next ones come, keys `j k o`, cards where it is narrow.
 */
export function DataTable<Row extends { id: string }>(props: Props<Row>) {
  const { label, columns, list, result, rowHref, rowLabel, instead, busyLabel, density } = props
  const router = useRouter()
  const scroller = useRef<HTMLDivElement>(null)
  const rows = result.data?.value ?? noRows
  const table = useTable({ features, columns, data: rows, getRowId: (row) => row.id })
  const heads = useMemo(() => table.getFlatHeaders().map((header) => header.column.columnDef), [table])
  const place = `${label} ${list.search}`
  const loading = result.isPending && !instead
  useRowKeys(scroller)

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
  const shown = list.search
  useEffect(() => {
    if (scroller.current && shown !== undefined && !places.has(place)) scroller.current.scrollTop = 0
  }, [shown, place])

  const meta = (column: ColumnDef<Features, Row, unknown>) => column.meta as ColumnMeta
  return (
    <div ref={scroller} className={css.scroller} data-fetching={(result.isFetching && !loading) || undefined}>
      <div className={css.progress} aria-hidden="true" />
      <span role="status" className="od-hidden">
        {loading ? busyLabel : ''}
      </span>
      {instead ?? (
        <table
          className={css.table}
          data-density={density}
          aria-label={label}
          aria-busy={result.isFetching}
          {...aria.table}
        >
          <colgroup>
            {heads.map((column) => (
              <col
                key={column.id}
                data-wide={meta(column).wideOnly ? '' : undefined}
                style={{ width: meta(column).width }}
              />
            ))}
          </colgroup>
          <thead {...aria.rowgroup}>
            <tr {...aria.row}>
              {heads.map((column) => (
                <SortLink key={column.id} meta={meta(column)} list={list} />
              ))}
            </tr>
          </thead>
          <tbody {...aria.rowgroup} data-stale={result.isPlaceholderData || undefined}>
            {loading ? (
              <SkeletonRows metas={heads.map(meta)} rows={list.state.size} />
            ) : (
              table.getRowModel().rows.map((row) => (
                <tr key={row.id} data-row={row.id} {...aria.row}>
                  {row.getVisibleCells().map((cell, i) => {
                    const { align, width, wideOnly } = meta(cell.column.columnDef)
                    const content = <table.FlexRender cell={cell} />
                    return (
                      <td
                        key={cell.id}
                        {...aria.cell}
                        data-column={cell.column.id}
                        data-align={align}
                        data-fixed={width ? '' : undefined}
                        data-wide={wideOnly ? '' : undefined}
                      >
                        {i === 0 ? (
                          <a
                            className={css.rowLink}
                            href={rowHref(row.original)}
                            aria-label={rowLabel(row.original)}
                            onClick={(event) => {
                              places.set(place, { top: scroller.current?.scrollTop ?? 0, rowId: row.id })
                              if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
                              event.preventDefault()
                              router.push(rowHref(row.original))
                            }}
                          >
                            {content}
                          </a>
                        ) : (
                          content
                        )}
                      </td>
                    )
                  })}
                </tr>
              ))
            )}
          </tbody>
        </table>
      )}
    </div>
  )
}
