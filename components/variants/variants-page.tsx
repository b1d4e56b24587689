'use client'

import { Button } from '@mantine/core'
import { IconStack2 } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { useCurrentOrganization } from '@/components/shell/current-organization'
import { Failure, statusOf } from '@/components/ui/failure'
import { MessagePage } from '@/components/ui/message-page'
import { Page, PageBar } from '@/components/ui/page'
import { formatNumber } from '@/lib/client/format'
import { useVariantMessages } from '@/lib/client/messages/areas/variants'
import { useLanguage } from '@/lib/client/messages/use-messages'
import { productQuery } from '@/lib/client/products'
import { variantsQuery } from '@/lib/client/variants'
import css from './variants-page.module.css'
import { VariantsSkeleton } from './variants-skeleton'

const VariantsDesk = dynamic(() => import('./variants-desk').then((module) => module.VariantsDesk), {
  ssr: false,
  loading: () => <VariantsSkeleton />,
})

/** All variants of one product, in a spreadsheet. */
export function VariantsPage({ orgId, productId }: { orgId: string; productId: string }) {
  const m = useVariantMessages()
  const { locale } = useLanguage()
  const { organization, mayManage } = useCurrentOrganization()
  const product = useQuery(productQuery(orgId, productId))
  const variants = useQuery(variantsQuery(orgId, productId))
  // Once there was a row the spreadsheet stays, even when its last one is deleted: the deletion may be taken back.
  const [opened, setOpened] = useState<'generate' | 'add'>()
  const name = product.data?.data.name
  const error = variants.error ?? product.error
  const restricted = organization !== undefined && organization.status !== 'normal'
  const readOnly = mayManage !== true || restricted

  return (
    <Page title={[name && m.of({ product: name }), organization?.name]}>
      <PageBar back={{ href: `/orgs/${orgId}/products/${productId}`, label: name ?? m.product }}>
        <h1 className={css.title}>{m.title}</h1>
        {variants.data && (
          <span className={`od-cut od-number ${css.count}`}>
            {m.count({ text: formatNumber(locale, variants.data.length), count: variants.data.length })}
          </span>
        )}
      </PageBar>
      {statusOf(error) === 404 || statusOf(error) === 400 ? (
        <MessagePage title={m.notFound} text={m.notFoundText} />
      ) : error && !variants.data ? (
        <Failure
          title={m.failed}
          error={error}
          onRetry={() => {
            void variants.refetch()
            void product.refetch()
          }}
        />
      ) : !variants.data || mayManage === undefined || !organization || !product.data ? (
        <VariantsSkeleton />
      ) : variants.data.length === 0 && !opened ? (
        <MessagePage
          icon={<IconStack2 size={32} stroke={1.5} />}
          title={m.empty}
          text={readOnly ? m.emptyRead : m.emptyText}
        >
          {!readOnly && (
            <div className={css.choices}>
              <Button onClick={() => setOpened('generate')}>{m.emptyGenerate}</Button>
              <Button variant="default" onClick={() => setOpened('add')}>
                {m.add}
              </Button>
            </div>
          )}
        </MessagePage>
      ) : (
        <VariantsDesk
          orgId={orgId}
          product={product.data.data}
          currency={organization.currency}
          variants={variants.data}
          reload={async () => {
            await variants.refetch()
          }}
          notice={restricted ? m.restricted : readOnly ? m.readOnly : undefined}
          readOnly={readOnly}
          start={opened}
        />
      )}
    </Page>
  )
}
