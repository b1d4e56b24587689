import { queryOptions } from '@tanstack/react-query'
import { callApi, getJson, type ListAnswer } from './api'
import { orderPath, ordersKey } from './orders'

/** A note on an order, with what it said before. The body of a deleted one is empty. */
export type OrderNote = {
  id: string
  body: string
  author: { id: string | null; name: string }
  version: number
  createdAt: string
  updatedAt: string
  deletedAt: string | null
  /** Latest first. */
  earlier: { version: number; body: string; replacedBy: string; replacedAt: string }[]
}

/** Longer ones the server refuses. */
export const longestNote = 4_000

const notesPath = (orgId: string, orderId: string) => `${orderPath(orgId, orderId)}/notes`

/** The notes on an order, oldest first; deleted ones leave their place. */
export const notesQuery = (orgId: string, orderId: string) =>
  queryOptions({
    queryKey: [...ordersKey(orgId), 'notes', orderId],
    queryFn: ({ signal }) => getJson<ListAnswer<OrderNote>>(notesPath(orgId, orderId), signal),
  })

/** `If-Match` compares the version alone (decision 42). */
const etagOf = ({ version }: OrderNote) => `"${version}-any"`

export const writeNote = (orgId: string, orderId: string, body: string) =>
  callApi<OrderNote>('POST', notesPath(orgId, orderId), { body: { body } })

export const editNote = (orgId: string, orderId: string, note: OrderNote, body: string) =>
  callApi<OrderNote>('PATCH', `${notesPath(orgId, orderId)}/${note.id}`, { body: { body }, etag: etagOf(note) })

export const deleteNote = (orgId: string, orderId: string, note: OrderNote) =>
  callApi<undefined>('DELETE', `${notesPath(orgId, orderId)}/${note.id}`, { etag: etagOf(note) })
