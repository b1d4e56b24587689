'use client'

import { Button } from '@mantine/core'
import { IconPackage, IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { useSearchParams } from 'next/navigation'
import { useState } from 'react'
import { type BuiltInView, type ExportedList, ResourceList } from '@/components/data-table/resource-list'
import { useCurrentOrganization } from '@/components/shell/current-organization'
import { Key } from '@/components/ui/key'
import { MessagePage } from '@/components/ui/message-page'
import { goShallow } from '@/lib/client/list-url'
import { useProductMessages } from '@/lib/client/messages/areas/products'
import {
  filteredCategoriesQuery,
  type Product,
  productListExtra,
  productsKey,
  productsPath,
  stateCountsQuery,
} from '@/lib/client/products'
import { useShortcuts } from '@/lib/client/shortcuts'
import { useNow } from '@/lib/client/use-now'
import { productResource } from '@/lib/resources/product'
import { publicationStates } from '@/lib/resources/publication'
import { productCards, useProductColumns } from './product-columns'
import { useProductActions } from './use-product-actions'
import { productListDefaults, viewFilter } from './views'

const CreateDialog = dynamic(() => import('./create-dialog').then((module) => module.CreateDialog), { ssr: false })

const ProductExport = dynamic(() => import('./product-export').then((module) => module.ProductExport), { ssr: false })

/** Fields that mean ids or nothing to a person who filters. */
const hiddenFields = [
  'organization',
  'locations',
  'images',
  'attributes.attributeId',
  'attributes.value',
  'publication.publishedBy',
  'variants.id',
  'variants.price.currency',
]

const moneyFields = ['variants.price.amount']

/** The products of an organization. */
export function ProductListPage({ orgId }: { orgId: string }) {
  const m = useProductMessages()
  const { me, organization, mayManage } = useCurrentOrganization()
  const params = useSearchParams()
  const now = useNow()
  const { data } = useQuery({ ...stateCountsQuery(orgId), enabled: mayManage !== false })
  const counts = data?.value
  const categories = useQuery(filteredCategoriesQuery(params.get('filter') ?? ''))
  const timeZone = organization?.timeZone ?? 'UTC'
  const columns = useProductColumns({ orgId, timeZone, currency: organization?.currency ?? 'JPY' })
  const { actions, dialogs } = useProductActions({ orgId, timeZone, isSystemAdmin: me?.isSystemAdmin === true })
  const [exported, setExported] = useState<ExportedList>()
  // The palette leads here with `?new=1`.
  const wanted = params.has('new')
  const [isCreating, setCreating] = useState(wanted)
  const [wasWanted, setWasWanted] = useState(wanted)
  if (wanted !== wasWanted) {
    setWasWanted(wanted)
    if (wanted) setCreating(true)
  }
  const stopCreating = () => {
    setCreating(false)
    if (wanted) goShallow(window.location.pathname, 'replace')
  }
  useShortcuts(mayManage ? [{ keys: ['n'], group: 'list', label: m.create, run: () => setCreating(true) }] : [])
  const views: BuiltInView[] = [
    { key: '', label: m.all, filter: '', count: counts?.reduce((sum, { count }) => sum + count, 0) },
    ...publicationStates.map((state) => ({
      key: state,
      label: m.states[state],
      filter: viewFilter(state, timeZone, now),
      count: counts && (counts.find((each) => each.state === state)?.count ?? 0),
    })),
  ]
  const button = mayManage && (
    <Button leftSection={<IconPlus size={16} />} rightSection={<Key>N</Key>} onClick={() => setCreating(true)}>
      {m.create}
    </Button>
  )
  return (
    <>
      <ResourceList<Product>
        list="products"
        title={m.title}
        orgId={orgId}
        path={productsPath(orgId)}
        queryKey={productsKey(orgId)}
        query={productListExtra}
        resource={productResource}
        columns={columns}
        defaults={productListDefaults}
        search={{ label: m.search, hint: m.searchHint }}
        fieldLabel={(path) => m.fields[path] ?? productResource.fields[path as 'name']?.label ?? path}
        valueLabel={(path, value) =>
          path === 'publication.status'
            ? (m.statusWords[value as 'DRAFT'] ?? value)
            : path === 'category'
              ? (categories.data?.get(value) ?? value)
              : value
        }
        hiddenFields={hiddenFields}
        money={{ currency: organization?.currency ?? 'JPY', fields: moneyFields }}
        onExport={setExported}
        builtInViews={views}
        actions={mayManage ? actions : []}
        rowHref={(product, search) =>
          `/orgs/${orgId}/products/${product.id}${search ? `?list=${encodeURIComponent(search)}` : ''}`
        }
        rowLabel={(product) => product.name}
        head={button}
        empty={
          <MessagePage icon={<IconPackage size={32} stroke={1.5} />} title={m.emptyTitle} text={m.emptyText}>
            {button}
          </MessagePage>
        }
        noMatchTitle={m.noMatch}
        cards={productCards}
      />
      {dialogs}
      {exported && <ProductExport orgId={orgId} list={exported} onClose={() => setExported(undefined)} />}
      {isCreating && mayManage && <CreateDialog orgId={orgId} onClose={stopCreating} />}
    </>
  )
}
