import { queryOptions } from '@tanstack/react-query'
import type { ViewedList } from '@/lib/resources/viewed-lists'
import { callApi, getJson, type ListAnswer } from './api'
import { type Arrangement, decodeColumns, encodeColumns } from './list-columns'
import { type Density, fromOrderBy, type ListDefaults, type ListState, pageSizes, toOrderBy } from './list-state'

/** Everything a saved view keeps, as the API has it. */
export type ViewState = {
  filter?: string
  search?: string
  sort?: string
  columns?: string[]
  pinned?: string[]
  widths?: Record<string, number>
  density?: Density
  pageSize?: number
}

export type SavedView = {
  id: string
  list: ViewedList
  name: string
  scope: 'personal' | 'shared'
  ownerId: string
  isDefault: boolean
  /** The place among its kind, from 0. */
  position: number
  version: number
  state: ViewState
}

export type NewView = Pick<SavedView, 'list' | 'name' | 'scope' | 'state'> & { isDefault?: boolean; position?: number }
export type ViewPatch = Partial<Pick<SavedView, 'name' | 'scope' | 'isDefault' | 'position' | 'state'>>

const path = (orgId: string) => `/orgs/${orgId}/views`

export const viewsKey = (orgId: string | undefined, list: ViewedList) => ['views', orgId, list] as const

/** The views one sees of a list: the shared ones, then one's own, each kind in its order. */
export const viewsQuery = (orgId: string | undefined, list: ViewedList) =>
  queryOptions({
    queryKey: viewsKey(orgId, list),
    queryFn: async ({ signal }) => (await getJson<ListAnswer<SavedView>>(viewsPath(orgId!, list), signal)).value,
    staleTime: 60_000,
  })

export const viewsPath = (orgId: string, list: ViewedList) => `${path(orgId)}?list=${list}`

export const createView = async (orgId: string, view: NewView) =>
  (await callApi<SavedView>('POST', path(orgId), { body: view })).data

export const patchView = async (orgId: string, id: string, patch: ViewPatch) =>
  (await callApi<SavedView>('PATCH', `${path(orgId)}/${id}`, { body: patch })).data

export const deleteView = (orgId: string, id: string) => callApi<undefined>('DELETE', `${path(orgId)}/${id}`)

/** How one arranged a list that no view is open of. */
export type OwnArrangement = Pick<ViewState, 'columns' | 'pinned' | 'widths' | 'density' | 'pageSize'>

export const arrangementPath = (list: ViewedList) => `/me/lists/${list}`

export const arrangementQuery = (list: ViewedList) =>
  queryOptions({
    queryKey: ['me', 'lists', list],
    queryFn: ({ signal }) => getJson<OwnArrangement>(arrangementPath(list), signal),
    staleTime: 5 * 60_000,
  })

export const putArrangement = (list: ViewedList, arrangement: OwnArrangement) =>
  callApi<OwnArrangement>('PUT', arrangementPath(list), { body: arrangement })

const sizeOf = (pageSize: number | undefined, common: number) =>
  pageSize !== undefined && (pageSizes as readonly number[]).includes(pageSize) ? pageSize : common

/** What an address need not say while the view is open. */
export const defaultsOfView = ({ state }: SavedView, plain: ListDefaults): ListDefaults => ({
  sort: fromOrderBy(state.sort) ?? plain.sort,
  size: sizeOf(state.pageSize, plain.size),
  q: state.search ?? '',
  filter: state.filter ?? '',
  cols: encodeColumns(state),
  density: state.density ?? '',
})

/** The same for the plain list, as one arranged it oneself. */
export const defaultsOfArrangement = (own: OwnArrangement | undefined, plain: ListDefaults): ListDefaults => ({
  sort: plain.sort,
  size: sizeOf(own?.pageSize, plain.size),
  cols: own ? encodeColumns(own) : '',
})

/** A list as it stands, for keeping as a view. */
export function toViewState(state: ListState): ViewState {
  const { columns, pinned, widths } = mutable(decodeColumns(state.cols))
  return {
    ...(state.filter ? { filter: state.filter } : {}),
    ...(state.q ? { search: state.q } : {}),
    sort: toOrderBy(state.sort),
    ...(columns ? { columns } : {}),
    ...(pinned ? { pinned } : {}),
    ...(widths ? { widths } : {}),
    ...(state.density ? { density: state.density } : {}),
    pageSize: state.size,
  }
}

export const mutable = ({
  columns,
  pinned,
  widths,
}: Arrangement): Pick<ViewState, 'columns' | 'pinned' | 'widths'> => ({
  ...(columns ? { columns: [...columns] } : {}),
  ...(pinned ? { pinned: [...pinned] } : {}),
  ...(widths ? { widths: { ...widths } } : {}),
})

/** The view that opens when the address says nothing: one's own before the organization's. */
export const initialView = (views: readonly SavedView[]) =>
  views.find(({ isDefault, scope }) => isDefault && scope === 'personal') ?? views.find(({ isDefault }) => isDefault)
