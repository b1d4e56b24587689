'use client'

import { useQuery } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { useRef, useState } from 'react'
import { useCurrentOrganization } from '@/components/shell/current-organization'
import { explain, Failure, requestIdOf, statusOf } from '@/components/ui/failure'
import { MessagePage } from '@/components/ui/message-page'
import { Page } from '@/components/ui/page'
import page from '@/components/ui/page.module.css'
import { copyText } from '@/lib/client/clipboard'
import { toCurl } from '@/lib/client/curl'
import { useNoteMessages } from '@/lib/client/messages/areas/notes'
import { useOrderPartMessages } from '@/lib/client/messages/areas/order-parts'
import { useMessages } from '@/lib/client/messages/use-messages'
import { isConflict, useOrderChange } from '@/lib/client/order-change'
import { type OrderAct, partsQuery } from '@/lib/client/order-parts'
import { type Order, type OrderPatch, orderPath, orderQuery } from '@/lib/client/orders'
import { showToast } from '@/lib/client/toasts'
import type { CancelReason, OrderStatus } from '@/lib/resources/order'
import { ConflictNotice } from './conflict-notice'
import { CustomFields } from './custom-fields'
import { CustomerCard } from './customer-card'
import { CustomerOrders } from './customer-orders'
import { DisputeCard } from './dispute-card'
import { FulfillmentCard } from './fulfillment-card'
import { LineItems } from './line-items'
import { MoveButtons } from './move-buttons'
import { OrderBar } from './order-bar'
import { OrderFacts } from './order-facts'
import { OrderHead } from './order-head'
import { OrderMenu } from './order-menu'
import { OrderSkeleton } from './order-skeleton'
import { OrderTimeline } from './order-timeline'
import { PaymentCard } from './payment-card'
import { ReadingsPanel } from './readings-panel'
import { orderName } from './views'

const CancelDialog = dynamic(() => import('./cancel-dialog').then((module) => module.CancelDialog), { ssr: false })
const ContestDialog = dynamic(() => import('./dispute-dialogs').then((module) => module.ContestDialog), { ssr: false })
const VersionsDrawer = dynamic(() => import('./versions-drawer').then((module) => module.VersionsDrawer), {
  ssr: false,
})
const JsonDrawer = dynamic(() => import('@/components/ui/json-drawer').then((module) => module.JsonDrawer), {
  ssr: false,
})

/** One order, with everything that may be done to it. */
export function OrderDetailPage({ orgId, orderId }: { orgId: string; orderId: string }) {
  const t = useMessages()
  const m = useOrderPartMessages()
  const notes = useNoteMessages()
  const { organization, mayManage } = useCurrentOrganization()
  const { data: tagged, error, refetch } = useQuery(orderQuery(orgId, orderId))
  const {
    data: parts,
    error: partsError,
    refetch: refetchParts,
  } = useQuery({ ...partsQuery(orgId, orderId), enabled: mayManage !== false })
  const { change, isSaving, conflict, reload } = useOrderChange(orgId, orderId)
  const [dialog, setDialog] = useState<'cancel' | 'json' | 'contest' | 'versions'>()
  const menuButton = useRef<HTMLButtonElement>(null)
  const timeZone = organization?.timeZone ?? 'UTC'
  const order = tagged?.data

  const fail = (failure: unknown) => {
    showToast({ kind: 'failed', title: t.toast.failed, text: explain(failure, t), requestId: requestIdOf(failure) })
  }
  const undo = async (etag?: string | null) => {
    try {
      const { data } = await change({ kind: 'revert', etag })
      showToast({
        kind: 'done',
        title: t.order.undone({ number: orderName(data), status: t.status[data.status] }),
      })
    } catch (failure) {
      fail(failure)
    }
  }
  const move = async (patch: OrderPatch) => {
    try {
      const { data, etag } = await change({ kind: 'patch', patch })
      showToast({
        kind: 'done',
        title: t.order.moved({ number: orderName(data), status: t.status[data.status] }),
        undo: () => void undo(etag),
      })
    } catch (failure) {
      if (!isConflict(failure)) fail(failure)
    }
  }
  const act = async (what: OrderAct, done: (order: Order) => string) => {
    const before = order?.status
    const { data, etag } = await change({ kind: 'act', act: what })
    // The server takes back what moved the status; money and goods alone stay as they are.
    const undoable = data.status !== before
    showToast({ kind: 'done', title: done(data), undo: undoable ? () => void undo(etag) : undefined })
  }
  const onMove = (status: OrderStatus, asks: readonly string[]) => {
    if (asks.includes('cancelReason')) setDialog('cancel')
    else void move({ status })
  }
  const save = (message: string) =>
    mayManage
      ? async (patch: OrderPatch) => {
          await change({ kind: 'patch', patch })
          showToast({ kind: 'done', title: message })
        }
      : undefined

  const card = order && { order, parts, timeZone, busy: isSaving, onAct: mayManage ? act : undefined }

  return (
    <Page title={[order && t.order.title({ number: orderName(order) }), t.shell.orders, organization?.name]}>
      <OrderBar
        orgId={orgId}
        orderId={orderId}
        onJson={() => order && setDialog('json')}
        onCurl={async () => {
          const copied = await copyText(toCurl('GET', orderPath(orgId, orderId)))
          if (copied) showToast({ kind: 'done', title: t.order.curlCopied })
        }}
        menu={
          mayManage && (
            <OrderMenu
              buttonRef={menuButton}
              onVersions={() => setDialog('versions')}
              onContest={parts?.next.dispute.includes('CONTESTED') ? () => setDialog('contest') : undefined}
              whyNotContest={
                parts && order && !parts.next.dispute.includes('CONTESTED')
                  ? notes.notNow({ status: t.dispute[order.disputeStatus] })
                  : undefined
              }
            />
          )
        }
      />
      <div className={page.body}>
        {order && card ? (
          <>
            <OrderHead order={order} timeZone={timeZone} saving={isSaving}>
              {mayManage && <MoveButtons orgId={orgId} order={order} busy={isSaving} onMove={onMove} />}
            </OrderHead>
            {conflict && (
              <div className={page.notices}>
                <ConflictNotice conflict={conflict} timeZone={timeZone} onReload={reload} />
              </div>
            )}
            <div className={page.columns}>
              <div className={page.main}>
                <LineItems order={order} orgId={mayManage ? orgId : undefined} />
                {partsError && !parts ? (
                  <Failure title={m.failed} error={partsError} onRetry={() => refetchParts()} />
                ) : (
                  <>
                    <PaymentCard {...card} />
                    <FulfillmentCard {...card} />
                    <DisputeCard {...card} />
                  </>
                )}
                {mayManage && (
                  <OrderTimeline
                    orgId={orgId}
                    order={order}
                    parts={parts}
                    timeZone={timeZone}
                    onUndo={() => void undo()}
                  />
                )}
              </div>
              <div className={page.aside}>
                <CustomerCard key={`customer ${order.id}`} order={order} onSave={save(t.order.customerSaved)} />
                {mayManage && <CustomerOrders orgId={orgId} order={order} timeZone={timeZone} />}
                <OrderFacts order={order} timeZone={timeZone} withoutAxes />
                {mayManage && <ReadingsPanel orgId={orgId} orderId={orderId} />}
                <CustomFields key={`fields ${order.id}`} order={order} onSave={save(t.order.customFieldsSaved)} />
              </div>
            </div>
          </>
        ) : statusOf(error) === 404 || statusOf(error) === 400 ? (
          <MessagePage title={t.failed.orderNotFound} text={t.failed.orderNotFoundText} />
        ) : error ? (
          <Failure title={t.failed.order} error={error} onRetry={() => refetch()} />
        ) : (
          <OrderSkeleton />
        )}
      </div>
      {dialog === 'cancel' && order && (
        <CancelDialog
          order={order}
          onClose={() => setDialog(undefined)}
          onConfirm={(cancelReason: CancelReason, note) => {
            setDialog(undefined)
            void move({ status: 'CANCELED', cancelReason, ...(note ? { note } : {}) })
          }}
        />
      )}
      {dialog === 'contest' && order && parts && (
        <ContestDialog
          order={order}
          parts={parts}
          returnTo={() => menuButton.current}
          onClose={() => setDialog(undefined)}
          onAct={(what) =>
            act(what, (changed) =>
              m.disputeNow({ number: orderName(changed), status: t.dispute[changed.disputeStatus] }),
            )
          }
        />
      )}
      {dialog === 'versions' && order && (
        <VersionsDrawer orgId={orgId} orderId={orderId} timeZone={timeZone} onClose={() => setDialog(undefined)} />
      )}
      {dialog === 'json' && order && (
        <JsonDrawer
          title={t.order.json}
          value={order}
          copyLabel={t.order.copyJson}
          copiedText={t.order.jsonCopied}
          onClose={() => setDialog(undefined)}
        />
      )}
    </Page>
  )
}
