'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { ColumnDef } from '@tanstack/react-table'
import dynamic from 'next/dynamic'
import { type ReactNode, useMemo } from 'react'
import { useCurrentOrganization } from '@/components/shell/current-organization'
import { explain, Failure, statusOf } from '@/components/ui/failure'
import { Notice } from '@/components/ui/notice'
import { Page } from '@/components/ui/page'
import page from '@/components/ui/page.module.css'
import {
  type ListDefaults,
  type ListState,
  patchListState,
  toApiFilter,
  toApiQuery,
  toApiSearch,
  toOrderBy,
} from '@/lib/client/list-state'
import { goShallow, useListUrl } from '@/lib/client/list-url'
import { listKey, listQuery } from '@/lib/client/lists'
import { useListMessages } from '@/lib/client/messages/areas/list'
import { useMessages } from '@/lib/client/messages/use-messages'
import { useSavePreferences } from '@/lib/client/save-preferences'
import { useShortcuts } from '@/lib/client/shortcuts'
import type { Resource } from '@/lib/resources/resource'
import type { ViewedList } from '@/lib/resources/viewed-lists'
import { arrange, metaOf, withWidth } from './arrange'
import type { Features } from './columns'
import { useConditions } from './conditions'
import { DataTable } from './data-table'
import { FilterBar } from './filter-bar'
import type { FieldWords } from './filter-words'
import { NoMatch, NoPermission } from './list-empty'
import { ListHead } from './list-head'
import { Pager } from './pager'
import css from './resource-list.module.css'
import type { ListAction } from './selection'
import { SelectionBar } from './selection-bar'
import { useFlashes, useLive } from './use-freshness'
import { useSelection } from './use-selection'
import { useViewCounts } from './use-view-counts'
import { useViews } from './use-views'
import { type BuiltInView, ViewTabs } from './view-tabs'

const ChangedFilterDialog = dynamic(
  () => import('./changed-filter-dialog').then(({ ChangedFilterDialog }) => ChangedFilterDialog),
  { ssr: false },
)

export type { BuiltInView }

/** What is on screen, for an export that equals it. */
export type ExportedList = {
  /** API text, days that move on already resolved; `orderBy` as in `$orderBy`. */
  query: { filter: string; search: string; orderBy: string }
  /** `fields` are the resource's fields a column shows. */
  columns: { id: string; label: string; fields: readonly string[] }[]
  total: number
}

export type ResourceListProps<Row extends { id: string }> = {
  /** What saved views and the arrangement of columns are kept under. */
  list: ViewedList
  title: string
  /** Saved views belong to an organization; without one there are none. */
  orgId?: string
  /** Below `/api`: `/orgs/{id}/products`. Must answer the list envelope and take `$filter`, `$orderBy`, `$top`. */
  path: string
  /** What every query about these rows begins with; `listKey(path)` when left out. */
  queryKey?: readonly unknown[]
  /** Further parameters of the API call, such as `{ $expand: 'category' }`. */
  query?: Record<string, string>
  resource: Resource
  columns: ReadonlyArray<ColumnDef<Features, Row, unknown>>
  defaults: ListDefaults
  /** Label and hint of the search field; left out where the list takes no `$search`. */
  search?: { label: string; hint: string }
  /** How a field and a value of an enumeration are called in the reader's language. */
  fieldLabel?: (path: string) => string
  valueLabel?: (path: string, value: string) => string
  /** Fields no filter chip is offered for. */
  hiddenFields?: readonly string[]
  /** Enumerations with a button of their own in the row of filters. */
  quickFilters?: readonly string[]
  /** Fields that hold minor units, and of which currency. */
  money?: FieldWords['money']
  /** The time zone days are counted in; the organization's when left out. */
  timeZone?: string
  builtInViews?: readonly BuiltInView[]
  /**
   * Below `/api`: takes `{ filters: [{ filter, search }] }` and answers `{ value: [{ count }] }`, for the counts of
   * saved views; without it each view asks the list itself.
   */
  countsPath?: string
  rowHref: (row: Row, listSearch: string) => string
  rowLabel: (row: Row) => string
  actions?: readonly ListAction<Row>[]
  /** Makes a column of a field that `columns` does not list; `id` is what was typed in the chooser, or kept. */
  columnOf?: (id: string) => ColumnDef<Features, Row, unknown> | undefined
  /** Buttons at the right of the title, such as “New product”. */
  head?: ReactNode
  /** What stands there when there is nothing at all, not even without filters. */
  empty: ReactNode
  /** Says that nothing matches; `Nothing matches` when left out. */
  noMatchTitle?: string
  /** Stands in the place of the whole list where the reader may not see it; nothing is asked for then. */
  refused?: ReactNode
  /** Milliseconds after which what is on screen is asked for again, in place; new rows are offered, not put in. */
  refetchInterval?: number
  /** Says how many new rows there are, such as “3 new orders”. */
  newRows?: (count: number) => string
  /** Opens the dialog that exports exactly this list; without it there is no such button. */
  onExport?: (list: ExportedList) => void
  /** Where it is narrow rows are cards: their lines, each with the areas of its two cells (`card` of the columns). */
  cards?: readonly string[]
}

const noActions: never[] = []
const noViews: never[] = []
const noRows: never[] = []
const lastWord = (path: string) => path.split('.').at(-1)!

/** A whole page with one list: title, views, search, filters, table, pager; the address says what it shows. */
export function ResourceList<Row extends { id: string }>(props: ResourceListProps<Row>) {
  const { path, title, defaults, columns, builtInViews = noViews, resource, refused, columnOf } = props
  const { actions = noActions, refetchInterval, onExport } = props
  const t = useMessages()
  const m = useListMessages()
  const queryClient = useQueryClient()
  const { me, organization, mayManage } = useCurrentOrganization()
  const savePreferences = useSavePreferences()
  const views = useViews({ list: props.list, orgId: props.orgId, defaults, enabled: !refused })
  const list = useListUrl(defaults, views.known)
  const { state } = list
  const key = props.queryKey ?? listKey(path)
  const timeZone = props.timeZone ?? organization?.timeZone ?? 'UTC'
  const builtInOf = (view: string) => builtInViews.find((each) => each.key === view)
  const view = builtInOf(state.view)
  const saved = views.views.find(({ id }) => id === state.view)
  const extra = new URLSearchParams(props.query).toString()
  const join = (query: string) => [query, extra].filter(Boolean).join('&')
  const queryOf = (patch: Partial<ListState>) => {
    const patched = Object.keys(patch).length > 0 ? patchListState(state, patch) : state
    return join(toApiQuery(patched, builtInOf(patched.view)?.filter, timeZone))
  }
  const query = queryOf({})
  const pageQuery = listQuery<Row>(path, query, key)
  const result = useQuery({
    ...pageQuery,
    enabled: !refused && views.ready,
    // Rows that keep themselves true need not come anew whenever the window does.
    refetchOnWindowFocus: refetchInterval === undefined,
  })
  const rows: readonly Row[] = result.data?.value ?? noRows
  const total = result.data?.total ?? 0
  const isCurrent = result.data !== undefined && !result.isPlaceholderData
  const newRows = useLive<Row>({
    path,
    totalQuery: queryOf({ size: 1, page: 1, after: '', before: '' }),
    rowsQuery: (ids) => {
      const filter = `id in (${ids.map((id) => `'${id}'`).join(', ')})`
      return join(new URLSearchParams({ $top: '100', $filter: filter }).toString())
    },
    queryKey: key,
    pageKey: pageQuery.queryKey,
    everyMs: refetchInterval,
    shown: isCurrent ? { ids: rows.map(({ id }) => id), total, at: result.dataUpdatedAt } : undefined,
  })
  const flashed = useFlashes(isCurrent ? rows : undefined, query)

  const density = state.density || (me?.preferences.density ?? 'comfortable')
  const changeDensity = () => {
    const next = density === 'compact' ? 'comfortable' : 'compact'
    if (saved || state.density) list.go({ density: next }, 'replace')
    else savePreferences({ density: next })
  }
  useShortcuts([{ keys: ['D'], group: 'list', label: t.shortcuts.density, run: changeDensity }])
  const arranged = useMemo(() => arrange(columns, state.cols, columnOf), [columns, state.cols, columnOf])
  const setCols = (cols: string) => {
    // Of a saved view the address keeps what was changed; the plain list is remembered as one left it.
    if (saved) return list.go({ cols }, 'replace')
    views.rememberColumns(cols)
    const search = new URLSearchParams(window.location.search)
    if (!search.has('cols')) return
    search.delete('cols')
    goShallow(`?${search}`, 'replace')
  }
  const words: FieldWords = {
    resource,
    fieldLabel: props.fieldLabel ?? ((path) => resource.fields[path]?.label ?? lastWord(path)),
    valueLabel: props.valueLabel ?? ((_, value) => value),
    timeZone,
    money: props.money,
  }
  const apiFilter = toApiFilter(state, view?.filter, timeZone)
  const apiSearch = toApiSearch(state)
  const answer = refused ? undefined : result.data
  const selection = useSelection<Row>({ actions, answer, state, filter: apiFilter, search: apiSearch })
  const counts = useViewCounts({
    views: views.views,
    path,
    countsPath: props.countsPath,
    queryKey: key,
    timeZone,
    enabled: !refused,
  })
  const conditions = useConditions({ state, words, view })
  const isNarrowed = Boolean(view?.filter) || state.q !== '' || state.filter !== ''
  const isWrongFilter = state.filter !== '' && statusOf(result.error) === 400
  const failure =
    statusOf(result.error) === 403 ? (
      <NoPermission />
    ) : (
      <Failure
        title={isWrongFilter ? t.failed.filter : t.failed.rows}
        error={result.error}
        onRetry={isWrongFilter ? () => list.go({ filter: '' }) : () => result.refetch()}
        retryLabel={isWrongFilter ? t.list.remove({ what: t.list.filterChip }) : undefined}
      />
    )
  const nothing = !isNarrowed ? (
    props.empty
  ) : (
    <NoMatch
      list={list}
      title={props.noMatchTitle ?? t.list.noMatch}
      conditions={conditions}
      queryOf={queryOf}
      path={path}
      queryKey={key}
    />
  )
  const isEmpty = result.data?.total === 0 && !result.isPlaceholderData
  const instead = refused ?? (result.error && !result.data ? failure : isEmpty ? nothing : undefined)
  const refresh = () => queryClient.invalidateQueries({ queryKey: key })
  return (
    <Page title={[title, props.orgId ? organization?.name : undefined]}>
      <ListHead
        title={title}
        columns={columns}
        arranged={arranged}
        cols={state.cols}
        columnOf={columnOf}
        onColumns={setCols}
        density={density}
        onDensity={changeDensity}
        call={`${path}?${query}`}
        onRefresh={refresh}
        onExport={
          refused || !onExport
            ? undefined
            : () =>
                onExport({
                  query: { filter: apiFilter, search: apiSearch, orderBy: toOrderBy(state.sort) },
                  columns: arranged.columns.map((column) => {
                    const { label, fields } = metaOf(column)
                    return { id: column.id!, label, fields: fields ?? [column.id!] }
                  }),
                  total,
                })
        }
      >
        {props.head}
      </ListHead>
      {!refused && (builtInViews.length > 0 || props.orgId !== undefined) && (
        <ViewTabs
          label={t.list.views}
          list={list}
          builtIn={builtInViews.length > 0 ? builtInViews : [{ key: '', label: t.list.all, filter: '' }]}
          views={views.views}
          counts={counts}
          saving={props.orgId ? { orgId: props.orgId, list: props.list, mayShare: mayManage === true } : undefined}
        />
      )}
      {!refused && (
        <FilterBar
          list={list}
          words={words}
          quick={props.quickFilters}
          hiddenFields={props.hiddenFields}
          search={props.search}
        />
      )}
      {result.error && result.data && (
        <div className={page.stale}>
          <Notice kind="warn" title={t.failed.rows}>
            {explain(result.error, t)}
          </Notice>
        </div>
      )}
      <div className={css.body}>
        {newRows > 0 && (
          <button
            type="button"
            className={css.pill}
            onClick={() => {
              if (state.page > 1) list.go({ page: 1, after: '', before: '' })
              void refresh()
            }}
          >
            {props.newRows?.(newRows) ?? m.newRows({ count: newRows })} · <strong>{m.show}</strong>
          </button>
        )}
        <DataTable
          label={title}
          columns={arranged.columns}
          pinned={arranged.pinned}
          list={list}
          result={result}
          rowHref={(row) => props.rowHref(row, list.search)}
          rowLabel={props.rowLabel}
          instead={instead}
          busyLabel={t.app.loading}
          density={density}
          selection={selection.store}
          flashed={flashed}
          cards={props.cards}
          onResize={(id, width) => setCols(withWidth(arranged, state.cols, id, width))}
          bar={
            selection.store && (
              <SelectionBar
                selection={selection.store}
                rows={rows}
                total={total}
                actions={actions}
                read={selection.read}
                onSelectMatching={selection.selectMatching}
              />
            )
          }
        />
      </div>
      {!refused && (
        <Pager
          list={list}
          answer={result.data}
          waiting={result.isPlaceholderData}
          onSize={saved ? undefined : views.rememberSize}
        />
      )}
      {selection.asked && (
        <ChangedFilterDialog
          count={selection.asked.count}
          onClear={() => {
            selection.store?.clear()
            selection.answerAsked()
          }}
          onBack={() => {
            list.go(selection.asked!.earlier, 'replace')
            selection.answerAsked()
          }}
        />
      )}
    </Page>
  )
}
