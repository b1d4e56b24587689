'use client'

import { Button } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { type FormEvent, useRef, useState } from 'react'
import { orderName } from '@/components/orders/views'
import { useCurrentOrganization } from '@/components/shell/current-organization'
import { DraftNotice } from '@/components/ui/draft-notice'
import { explain } from '@/components/ui/failure'
import { MessagePage } from '@/components/ui/message-page'
import { Notice } from '@/components/ui/notice'
import { Identity, Page, PageBar } from '@/components/ui/page'
import page from '@/components/ui/page.module.css'
import { ApiError } from '@/lib/client/api'
import { useDraft } from '@/lib/client/editing/use-draft'
import { useUnsaved } from '@/lib/client/editing/use-unsaved'
import { type FieldErrors, focusFirstError } from '@/lib/client/field-errors'
import { useNewOrderMessages } from '@/lib/client/messages/areas/new-order'
import type { Messages } from '@/lib/client/messages/en'
import { useMessages } from '@/lib/client/messages/use-messages'
import { type DraftOrder, isBegun, nobody, placeOrder } from '@/lib/client/new-order'
import { ordersKey } from '@/lib/client/orders'
import { detailText } from '@/lib/client/refusals'
import { showToast } from '@/lib/client/toasts'
import { CustomerFields } from './customer-fields'
import css from './new-order.module.css'
import { OrderLines } from './order-lines'
import { OrderTotal, useQuote } from './order-total'

const blank: DraftOrder = { lines: [], customer: nobody }

/** What the server says of each field; of an empty one that it is missing, in the reader's language. */
function errorsOf(error: unknown, customer: DraftOrder['customer'], missing: string, t: Messages): FieldErrors {
  if (!(error instanceof ApiError)) return {}
  const found: Record<string, string> = {}
  for (const detail of error.body.details ?? []) {
    const { code, target } = detail
    if (!target) continue
    const name = /^customer\.(\w+)/.exec(target)?.[1] as keyof DraftOrder['customer'] | undefined
    const isMissing = code === 'NullValue' || (name !== undefined && customer[name]?.trim() === '')
    found[target] ??= isMissing ? missing : detailText(detail, t)
  }
  return found
}

const isShown = (target: string) => /^(items($|\.\d+)|customer\.)/.test(target)

/** An order that somebody took by phone or at the counter. */
export function NewOrderPage({ orgId }: { orgId: string }) {
  const t = useMessages()
  const m = useNewOrderMessages()
  const router = useRouter()
  const queryClient = useQueryClient()
  const form = useRef<HTMLFormElement>(null)
  const { organization, mayManage } = useCurrentOrganization()
  const [order, setOrder] = useState(blank)
  const [errors, setErrors] = useState<FieldErrors>({})
  const [placed, setPlaced] = useState(false)
  const dirty = !placed && isBegun(order)
  const draft = useDraft({ key: `new-order/${orgId}`, value: order, dirty, base: '' })
  const quote = useQuote(orgId, order.lines)
  useUnsaved(dirty)

  const { mutate, error, isPending } = useMutation({
    mutationFn: () => placeOrder(orgId, order),
    onSuccess: (created) => {
      setPlaced(true)
      showToast({ kind: 'done', title: m.placed({ number: orderName(created) }) })
      void queryClient.invalidateQueries({ queryKey: ordersKey(orgId) })
      router.push(`/orgs/${orgId}/orders/${created.id}`)
    },
    onError: (failure) => {
      setErrors(errorsOf(failure, order.customer, m.required, t))
      focusFirstError(form.current)
    },
  })
  const submit = () => {
    if (isPending || placed) return
    if (order.lines.length === 0) {
      setErrors({ items: m.noItems })
      form.current?.querySelector<HTMLInputElement>('[role="combobox"]')?.focus()
      return
    }
    setErrors({})
    mutate()
  }
  const change = (part: Partial<DraftOrder>) => {
    setOrder({ ...order, ...part })
    // What was said of a place that is different now no longer holds.
    const left = Object.entries(errors).filter(([target]) => {
      if (part.lines && target.startsWith('items')) return false
      const name = /^customer\.(\w+)/.exec(target)?.[1] as keyof DraftOrder['customer'] | undefined
      return !(part.customer && name && part.customer[name] !== order.customer[name])
    })
    setErrors(Object.fromEntries(left))
  }
  const unplaced = error && Object.keys(errorsOf(error, order.customer, m.required, t)).filter(isShown).length === 0
  if (mayManage === false) return <MessagePage title={m.forbidden} text={m.forbiddenText} />
  return (
    <Page title={[m.title, t.shell.orders, organization?.name]}>
      <PageBar back={{ href: `/orgs/${orgId}/orders`, label: t.order.list }} />
      <form
        ref={form}
        className={page.body}
        noValidate
        onSubmit={(event: FormEvent) => {
          event.preventDefault()
          submit()
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
          if (event.ctrlKey || event.metaKey) {
            event.preventDefault()
            submit()
          } else if (event.target instanceof HTMLInputElement) {
            // Half an order is not placed by an Enter that was meant to end a field.
            event.preventDefault()
          }
        }}
      >
        <Identity ruled title={m.title} />
        <div className={page.notices}>{draft.found && <DraftNotice draft={draft} base="" onRestore={setOrder} />}</div>
        <div className={page.columns}>
          <div className={page.main}>
            <OrderLines
              orgId={orgId}
              currency={organization?.currency ?? 'JPY'}
              lines={order.lines}
              errors={{ ...quote.errors, ...errors }}
              onChange={(lines) => change({ lines })}
            />
            <CustomerFields
              orgId={orgId}
              country={organization?.country}
              timeZone={organization?.timeZone ?? 'UTC'}
              customer={order.customer}
              errors={errors}
              onChange={(customer) => change({ customer })}
            />
          </div>
          <aside className={`${page.aside} ${css.aside}`} aria-labelledby="new-total">
            <div className={css.sticky}>
              <h2 id="new-total" className={css.asideTitle}>
                {m.summary}
              </h2>
              <OrderTotal lines={order.lines} {...quote} />
              {unplaced && (
                <Notice kind="bad" title={m.failed}>
                  {explain(error, t)}
                </Notice>
              )}
              <Button type="submit" size="md" fullWidth loading={isPending || placed} title={m.placeHint}>
                {m.place}
              </Button>
              <p className={`od-muted ${css.hint}`}>
                {m.summaryHint} {m.placeHint}
              </p>
            </div>
          </aside>
        </div>
      </form>
    </Page>
  )
}
