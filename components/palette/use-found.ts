'use client'

import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useCurrentOrganization } from '@/components/shell/current-organization'
import { getJson, type ListAnswer } from '@/lib/client/api'
import type { Order } from '@/lib/client/orders'

const each = 5
const pauseMs = 160

type FoundProduct = { id: string; name: string }
type FoundCustomer = { name: string; nameKana: string; email: string }

/** Orders by their words, or by their number alone: `#1042`. */
function orderQuery(text: string): string {
  const number = /^#\s*(\d{1,15})$/.exec(text)?.[1]
  const params = number
    ? new URLSearchParams({ $filter: `number eq ${Number(number)}`, $top: '1' })
    : new URLSearchParams({ $search: text.slice(0, 255), $top: String(each) })
  return params.toString()
}

/**
 * What the server finds for what was typed, in the organization at hand: orders, products and customers, each only
 * where the reader may read them.
 */
export function useFound(typed: string) {
  const { orgId, mayManage } = useCurrentOrganization()
  const [text] = useDebouncedValue(typed.trim(), pauseMs)
  const isNumber = /^#/.test(text)
  const enabled = Boolean(orgId && mayManage) && text.length > 0 && text !== '#' && !text.startsWith('>')
  const search = <T>(what: string, path: string, on = true) => ({
    queryKey: ['palette', what, orgId, text],
    queryFn: ({ signal }: { signal: AbortSignal }) => getJson<T>(`/orgs/${orgId}${path}`, signal),
    enabled: enabled && on,
    staleTime: 20_000,
    retry: false,
    placeholderData: keepPreviousData,
  })
  const words = encodeURIComponent(text.slice(0, 255))
  const orders = useQuery(search<ListAnswer<Order>>('orders', `/orders?${orderQuery(text)}`))
  const products = useQuery(
    search<ListAnswer<FoundProduct>>('products', `/products?$search=${words}&$top=${each}`, !isNumber),
  )
  const customers = useQuery(
    search<{ value: { customer: FoundCustomer }[] }>('customers', `/customers:recall?q=${words}`, !isNumber),
  )
  return {
    orgId,
    orders: enabled ? (orders.data?.value ?? []) : [],
    products: enabled && !isNumber ? (products.data?.value ?? []) : [],
    customers: enabled && !isNumber ? (customers.data?.value ?? []).slice(0, each).map(({ customer }) => customer) : [],
    isSearching:
      typed.trim() !== text || (enabled && [orders, products, customers].some(({ isFetching }) => isFetching)),
    failed: enabled && orders.isError && products.isError,
  }
}
