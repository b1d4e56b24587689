'use client'

import { ActionIcon, Button } from '@mantine/core'
import { IconBraces, IconDots, IconWorldUpload } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import Link from 'next/link'
import { usePathname, useRouter, useSearchParams } from 'next/navigation'
import { useRef, useState } from 'react'
import type { ListSelection } from '@/components/data-table/selection'
import { useCurrentOrganization } from '@/components/shell/current-organization'
import { Failure, statusOf } from '@/components/ui/failure'
import { MessagePage } from '@/components/ui/message-page'
import { Notice } from '@/components/ui/notice'
import { Identity, Page, PageBar } from '@/components/ui/page'
import page from '@/components/ui/page.module.css'
import { Section } from '@/components/ui/section'
import { ShallowLink } from '@/components/ui/shallow-link'
import tabs from '@/components/ui/tabs.module.css'
import { formatMoment, formatNumber } from '@/lib/client/format'
import { useEditorMessages } from '@/lib/client/messages/areas/product-editor'
import { useProductMessages } from '@/lib/client/messages/areas/products'
import { useLanguage } from '@/lib/client/messages/use-messages'
import { type Product, productQuery } from '@/lib/client/products'
import { useNow } from '@/lib/client/use-now'
import css from './product.module.css'
import { ProductEditor } from './product-editor'
import { ProductSkeleton } from './product-skeleton'
import { StatePill } from './state-pill'
import { useProductChange } from './use-product-change'
import { stateOf } from './views'

const ProductMenu = dynamic(() => import('./product-menu').then((module) => module.ProductMenu), { ssr: false })
const ProductView = dynamic(() => import('./product-view').then((module) => module.ProductView))
const ProductHistory = dynamic(() => import('./product-history').then((module) => module.ProductHistory))
const ProductJson = dynamic(() => import('./product-json').then((module) => module.ProductJson), { ssr: false })
const CopyDialog = dynamic(() => import('./copy-dialog').then((module) => module.CopyDialog), { ssr: false })
const BulkDialog = dynamic(() => import('./bulk-dialog').then((module) => module.BulkDialog), { ssr: false })

/** One product, with everything that may be said of it and done to it. */
export function ProductPage({ orgId, productId }: { orgId: string; productId: string }) {
  const { locale, messages: t } = useLanguage()
  const m = useEditorMessages()
  const words = useProductMessages()
  const router = useRouter()
  const pathname = usePathname()
  const params = useSearchParams()
  const now = useNow()
  const { me, organization, mayManage } = useCurrentOrganization()
  const { data: server, error, refetch } = useQuery(productQuery(orgId, productId))
  const [dialog, setDialog] = useState<'json' | 'copy' | 'delete'>()
  const [hasMenu, setHasMenu] = useState(false)
  const [isDirty, setDirty] = useState(false)
  const publish = useRef<() => void>(() => undefined)
  const { run } = useProductChange(orgId, organization?.timeZone ?? 'UTC')
  const timeZone = organization?.timeZone ?? 'UTC'
  const currency = organization?.currency ?? 'JPY'
  const mayEdit = mayManage === true && organization?.status === 'normal'
  const tab = params.get('tab') === 'history' && mayManage ? 'history' : 'details'
  const product = server?.data
  const listSearch = params.get('list')
  const listHref = `/orgs/${orgId}/products${listSearch ? `?${listSearch}` : ''}`
  const tabHref = (to: string) => {
    const next = new URLSearchParams(params)
    if (to === 'details') next.delete('tab')
    else next.set('tab', to)
    return next.size > 0 ? `${pathname}?${next}` : pathname
  }

  return (
    <Page title={[product?.name, words.title, organization?.name]}>
      <PageBar back={{ href: listHref, label: m.list }}>
        <span className={page.space} />
        {product && (
          <ActionIcon aria-label={m.json} title={m.json} onClick={() => setDialog('json')}>
            <IconBraces size={18} stroke={1.8} />
          </ActionIcon>
        )}
        {product &&
          mayEdit &&
          (hasMenu ? (
            <ProductMenu
              onCopy={() => setDialog('copy')}
              onDelete={() => setDialog('delete')}
              onClose={() => setHasMenu(false)}
            />
          ) : (
            <ActionIcon aria-label={t.app.more} aria-haspopup="menu" onClick={() => setHasMenu(true)}>
              <IconDots size={18} stroke={1.8} />
            </ActionIcon>
          ))}
      </PageBar>
      <div className={page.body}>
        {server && product && mayManage !== undefined ? (
          <>
            <Identity
              title={product.name}
              under={
                <>
                  <StatePill state={stateOf(product, timeZone, now)} large />
                  <span suppressHydrationWarning>
                    {m.updatedAt({ when: formatMoment(locale, timeZone, product.updatedAt, now) })}
                  </span>
                </>
              }
            >
              {mayEdit && tab === 'details' && product.publication.status !== 'ACTIVE' && (
                <Button leftSection={<IconWorldUpload size={16} />} onClick={() => publish.current()}>
                  {isDirty ? m.saveAndPublish : m.publish}
                </Button>
              )}
            </Identity>
            <nav className={tabs.tabs} aria-label={m.tabs}>
              <ShallowLink
                href={tabHref('details')}
                className={tabs.tab}
                aria-current={tab === 'details' ? 'page' : undefined}
              >
                {m.details}
              </ShallowLink>
              {mayManage && (
                <Link href={`/orgs/${orgId}/products/${productId}/variants`} className={tabs.tab} prefetch={false}>
                  {m.variantsTab}
                  <span className={`${tabs.count} od-number`}>{formatNumber(locale, product.variants.length)}</span>
                </Link>
              )}
              {mayManage && (
                <ShallowLink
                  href={tabHref('history')}
                  className={tabs.tab}
                  aria-current={tab === 'history' ? 'page' : undefined}
                >
                  {m.history}
                </ShallowLink>
              )}
            </nav>
            {mayManage && organization && organization.status !== 'normal' && (
              <div className={page.notices}>
                <Notice kind="warn">{organization.status === 'prohibited' ? m.prohibited : m.restricted}</Notice>
              </div>
            )}
            {mayEdit && (
              // Hidden, not gone, while the history is shown: what is typed must not be lost.
              <div hidden={tab !== 'details'} style={{ display: tab === 'details' ? 'contents' : 'none' }}>
                <ProductEditor
                  orgId={orgId}
                  server={server}
                  timeZone={timeZone}
                  currency={currency}
                  mayPromote={me?.isSystemAdmin === true}
                  publish={publish}
                  onDirty={setDirty}
                />
              </div>
            )}
            {!mayEdit && tab === 'details' && (
              <ProductView orgId={orgId} product={product} timeZone={timeZone} currency={currency} />
            )}
            {tab === 'history' && (
              <div className={css.parts}>
                <Section>
                  <ProductHistory orgId={orgId} server={server} mayEdit={mayEdit && !isDirty} />
                </Section>
              </div>
            )}
          </>
        ) : statusOf(error) === 404 || statusOf(error) === 400 ? (
          <MessagePage title={m.notFound} text={m.notFoundText}>
            <Link className="od-link" href={listHref} prefetch={false}>
              {m.list}
            </Link>
          </MessagePage>
        ) : error ? (
          <Failure title={m.failed} error={error} onRetry={() => refetch()} />
        ) : (
          <ProductSkeleton />
        )}
      </div>
      {dialog === 'json' && product && (
        <ProductJson orgId={orgId} product={product} onClose={() => setDialog(undefined)} />
      )}
      {dialog === 'copy' && product && (
        <CopyDialog orgId={orgId} product={product} onClose={() => setDialog(undefined)} />
      )}
      {dialog === 'delete' && product && (
        <BulkDialog
          orgId={orgId}
          kind="delete"
          selection={only(product)}
          onRun={async (change, options) => {
            await run('delete', only(product), change, options)
            router.push(listHref)
          }}
          onClose={() => setDialog(undefined)}
        />
      )}
    </Page>
  )
}

/** One product as a selection of one. */
const only = (product: Product): ListSelection<Product> => ({
  count: 1,
  rows: [product],
  ids: [product.id],
  keep: () => undefined,
  clear: () => undefined,
})
