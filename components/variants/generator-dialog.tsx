'use client'

import { Button, Loader, Modal } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { type KeyboardEvent, useRef, useState } from 'react'
import { explain, Failure } from '@/components/ui/failure'
import { Notice } from '@/components/ui/notice'
import { useUnsaved } from '@/lib/client/editing/use-unsaved'
import { formatNumber } from '@/lib/client/format'
import { useVariantMessages } from '@/lib/client/messages/areas/variants'
import { useLanguage } from '@/lib/client/messages/use-messages'
import { type Product, productsKey } from '@/lib/client/products'
import { detailText } from '@/lib/client/refusals'
import { createVariants } from '@/lib/client/variant-batches'
import { type Variant, variantLimits, variantsKey, variantsQuery } from '@/lib/client/variants'
import { CombinationPreview } from './combination-preview'
import { optionLimits } from './combinations'
import css from './generator.module.css'
import { GeneratorDefaults } from './generator-defaults'
import { GeneratorRun, type Run } from './generator-run'
import { OptionFields } from './option-fields'
import { useGenerator } from './use-generator'

type Props = {
  orgId: string
  product: Product
  currency: string
  onClose: () => void
  /** Variants were made. */
  onMade: () => Promise<void>
}

/**
 * Makes variants from options. It reads all variants there are before anything else, and makes nothing when that
 * fails: an unread list is not an empty one.
 */
export function GeneratorDialog({ orgId, product, currency, onClose, onMade }: Props) {
  const m = useVariantMessages().generator
  const { messages: t } = useLanguage()
  const [busy, setBusy] = useState(false)
  const existing = useQuery({
    ...variantsQuery(orgId, product.id),
    queryKey: [...variantsKey(orgId, product.id), 'before generating'],
    staleTime: 0,
  })
  return (
    <Modal
      opened
      size={1040}
      title={m.title}
      closeOnClickOutside={false}
      onClose={() => !busy && onClose()}
      closeButtonProps={{ 'aria-label': t.app.close }}
    >
      {existing.data && !existing.isFetching ? (
        <GeneratorForm
          key={existing.dataUpdatedAt}
          orgId={orgId}
          product={product}
          currency={currency}
          variants={existing.data}
          onBusy={setBusy}
          onClose={onClose}
          onMade={onMade}
        />
      ) : existing.error ? (
        <Failure title={m.loadFailed} error={existing.error} onRetry={() => existing.refetch()} />
      ) : (
        <p className={css.loading} role="status">
          <Loader size="sm" />
          {m.loading}
        </p>
      )}
    </Modal>
  )
}

type FormProps = Props & { variants: readonly Variant[]; onBusy: (busy: boolean) => void }

function GeneratorForm({ orgId, product, currency, variants: first, onBusy, onClose, onMade }: FormProps) {
  const m = useVariantMessages().generator
  const { locale, messages: t } = useLanguage()
  const queryClient = useQueryClient()
  const [variants, setVariants] = useState(first)
  const generator = useGenerator(orgId, product, currency, variants)
  const [tried, setTried] = useState(false)
  const [confirming, setConfirming] = useState(false)
  const [run, setRun] = useState<Run>()
  const abort = useRef<AbortController>(undefined)
  useUnsaved(run?.running === true)
  const { chosen, problems, room, count } = generator
  const number = (value: number) => formatNumber(locale, value)

  const start = async () => {
    setConfirming(false)
    const members = generator.members()
    const byKey = new Map(members.map((member) => [member.key, member.data]))
    const state: Run = { total: members.length, made: 0, refused: [], running: true }
    setRun(state)
    onBusy(true)
    abort.current = new AbortController()
    try {
      await createVariants(
        product.id,
        members,
        (outcomes) => {
          for (const { key, ok, errors } of outcomes) {
            const { title, sku } = byKey.get(key)!
            if (ok) state.made++
            else
              state.refused.push({ title, sku, message: errors?.map((error) => detailText(error, t)).join(' ') ?? '' })
          }
          setRun({ ...state })
        },
        abort.current.signal,
      )
    } catch (error) {
      state.failure = explain(error, t)
    }
    if (state.made > 0) {
      await onMade()
      void queryClient.invalidateQueries({ queryKey: productsKey(orgId) })
    }
    onBusy(false)
    setRun({ ...state, running: false })
  }

  const create = () => {
    setTried(true)
    if (!generator.isReady) return
    if (chosen.length > optionLimits.confirmAbove && !confirming) setConfirming(true)
    else void start()
  }

  const back = async () => {
    // What was made is there now; what was not can be tried again.
    const fresh = await queryClient
      .fetchQuery({ ...variantsQuery(orgId, product.id), staleTime: 0 })
      .catch(() => undefined)
    if (!fresh) return onClose()
    setVariants(fresh)
    setRun(undefined)
  }

  if (run) {
    return <GeneratorRun run={run} onStop={() => abort.current?.abort()} onBack={() => void back()} onClose={onClose} />
  }
  const limits = problems.tooMany
    ? m.tooManyShown({ count: number(count), most: number(variantLimits.most) })
    : problems.titleLong
      ? m.titleLong({ most: number(variantLimits.title) })
      : undefined
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Ctrl and Enter confirm from any of the fields inside.
    <div
      className={css.form}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.nativeEvent.isComposing) return
        event.preventDefault()
        create()
      }}
    >
      <div className={css.columns}>
        <div className={css.left}>
          <h3 className={css.heading}>{m.options}</h3>
          <OptionFields generator={generator} tried={tried} />
          <GeneratorDefaults generator={generator} currency={currency} tried={tried} />
        </div>
        <CombinationPreview planned={generator.planned} options={generator.usable} onTick={generator.setUnticked} />
      </div>
      {limits && <Notice kind="bad">{limits}</Notice>}
      <div className={css.foot}>
        {confirming ? (
          <>
            <p className={css.confirm} role="alert">
              <strong>{m.confirmTitle({ text: number(chosen.length) })}</strong> {m.confirmText}
            </p>
            <Button variant="default" onClick={() => setConfirming(false)}>
              {m.confirmBack}
            </Button>
          </>
        ) : (
          <>
            <p className={css.limit} data-bad={problems.noRoom || undefined}>
              {m.limit({ most: number(variantLimits.most), has: number(variants.length), left: number(room) })}
            </p>
            <Button variant="default" onClick={onClose}>
              {t.app.cancel}
            </Button>
          </>
        )}
        <Button title="Ctrl/⌘ Enter" disabled={chosen.length === 0} onClick={create}>
          {m.create({ count: chosen.length, text: number(chosen.length) })}
        </Button>
      </div>
    </div>
  )
}
