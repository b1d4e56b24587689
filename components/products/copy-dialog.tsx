'use client'

import { Checkbox, NumberInput, Radio, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { ActDialog } from '@/components/ui/act-dialog'
import { explain, requestIdOf } from '@/components/ui/failure'
import layout from '@/components/ui/form.module.css'
import { useEditorMessages } from '@/lib/client/messages/areas/product-editor'
import { useMessages } from '@/lib/client/messages/use-messages'
import { changeProducts } from '@/lib/client/product-changes'
import { skusQuery, takenSkusQuery } from '@/lib/client/product-variants'
import { copyProduct, type Product, productsKey } from '@/lib/client/products'
import { showToast } from '@/lib/client/toasts'
import { type CopyPart, copiedSku, copyParts, skuPlace } from '@/lib/resources/product-copy'
import css from './product.module.css'

type Props = { orgId: string; product: Product; onClose: () => void }

const mostCopies = 20
const numberPlace = '{n}'
const shownSkus = 6
const shownTaken = 5
/** As many SKUs as are looked up while one types; the server looks at all of them. */
const checkedSkus = 200

/** The pattern of one copy, and its name. Copies are numbered from 2 on, because the first is the original. */
const patternOf = (pattern: string, n: number) => pattern.replaceAll(numberPlace, String(n))
const nameOf = (name: string, n: number, copies: number) => (copies === 1 ? name : `${name} ${n}`)

/** What of a product its copies take along, how many there are to be, and what their variants' SKUs are. */
export function CopyDialog({ orgId, product, onClose }: Props) {
  const t = useMessages()
  const m = useEditorMessages()
  const router = useRouter()
  const queryClient = useQueryClient()
  const [name, setName] = useState(product.name)
  const [copies, setCopies] = useState(1)
  const [parts, setParts] = useState<readonly CopyPart[]>(copyParts)
  const [rule, setRule] = useState<'none' | 'pattern'>('none')
  const [pattern, setPattern] = useState(`${skuPlace}-${numberPlace}`)
  const [isTried, setTried] = useState(false)

  const hasVariants = parts.includes('variants') && product.variants.length > 0
  const isByPattern = hasVariants && rule === 'pattern'
  const problem = !pattern.includes(skuPlace)
    ? m.patternSku
    : copies > 1 && !pattern.includes(numberPlace)
      ? m.patternNumber
      : undefined
  const { data: own } = useQuery({ ...skusQuery(orgId, product.id), enabled: isByPattern })
  const numbers = Array.from({ length: copies }, (_, i) => i + 2)
  const wanted =
    isByPattern && !problem
      ? numbers.flatMap((n) => (own?.skus ?? []).map((sku) => copiedSku(sku, patternOf(pattern, n))!))
      : []
  const [settled] = useDebouncedValue(wanted.slice(0, checkedSkus).join('\n'), 300)
  const asked = settled === '' ? [] : settled.split('\n')
  const { data: taken, isFetching } = useQuery(takenSkusQuery(orgId, asked))
  const isChecked = !isFetching && settled === wanted.slice(0, checkedSkus).join('\n')
  const inAll = copies * (own?.total ?? 0)

  const undo = async (ids: string[]) => {
    try {
      await changeProducts(orgId, { ids }, { delete: true })
      await queryClient.invalidateQueries({ queryKey: productsKey(orgId) })
      showToast({ kind: 'done', title: m.copiesGone })
      router.push(`/orgs/${orgId}/products`)
    } catch (error) {
      showToast({ kind: 'failed', title: t.toast.failed, text: explain(error, t), requestId: requestIdOf(error) })
    }
  }
  const copy = async () => {
    const made: string[] = []
    try {
      for (const n of numbers) {
        const { data } = await copyProduct(product.id, {
          name: nameOf(name.trim(), n, copies),
          parts,
          ...(isByPattern ? { skuPattern: patternOf(pattern, n) } : {}),
        })
        made.push(data.id)
      }
    } catch (error) {
      if (made.length === 0) {
        // The dialog closes over a conflict; here it is about a SKU, and can be put right.
        throw error instanceof Error ? new Error(explain(error, t), { cause: error }) : error
      }
      const title = m.copiedSome({ done: made.length, count: copies })
      showToast({ kind: 'failed', title, text: explain(error, t), undo: () => void undo(made) })
      await queryClient.invalidateQueries({ queryKey: productsKey(orgId) })
      return
    }
    await queryClient.invalidateQueries({
      queryKey: productsKey(orgId),
      predicate: ({ queryKey }) => queryKey[2] !== 'one',
    })
    showToast({ kind: 'done', title: m.copied({ count: made.length }), undo: () => void undo(made) })
    const list = `/orgs/${orgId}/products?${new URLSearchParams({ sort: '-createdAt' })}`
    router.push(made.length === 1 ? `/orgs/${orgId}/products/${made[0]}` : list)
  }

  return (
    <ActDialog
      title={m.copyTitle({ name: product.name })}
      confirm={m.copyConfirm({ count: copies })}
      size={600}
      onClose={onClose}
      onConfirm={() => {
        setTried(true)
        const isBlocked = isByPattern && (problem !== undefined || (isChecked && (taken?.length ?? 0) > 0))
        return name.trim() === '' || isBlocked ? undefined : copy()
      }}
    >
      <p className="od-muted">{m.copyText}</p>
      <div className={css.named}>
        <TextInput
          label={m.copyName}
          data-autofocus
          maxLength={1024}
          autoComplete="off"
          value={name}
          description={copies > 1 ? m.copyNumbered({ n: copies + 1 }) : undefined}
          inputWrapperOrder={['label', 'input', 'error', 'description']}
          error={isTried && name.trim() === '' ? m.problems.required : undefined}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <NumberInput
          size="sm"
          label={m.copies}
          min={1}
          max={mostCopies}
          clampBehavior="strict"
          allowDecimal={false}
          value={copies}
          onChange={(value) => setCopies(Math.min(mostCopies, Math.max(1, Number(value) || 1)))}
        />
      </div>
      <fieldset className={layout.fieldset}>
        <legend>{m.copyParts}</legend>
        <div className={css.attributes} style={{ gap: 8 }}>
          {copyParts.map((part) => (
            <Checkbox
              key={part}
              size="xs"
              label={m.parts[part]}
              checked={parts.includes(part)}
              onChange={({ currentTarget: { checked } }) =>
                setParts(copyParts.filter((each) => (each === part ? checked : parts.includes(each))))
              }
            />
          ))}
        </div>
      </fieldset>
      {hasVariants && (
        <fieldset className={layout.fieldset}>
          <legend>{m.skus}</legend>
          <Radio.Group
            aria-label={m.skus}
            value={rule}
            onChange={(value) => setRule(value as typeof rule)}
            className={css.choices}
          >
            <div className={css.choices}>
              <Radio size="xs" value="none" label={m.skuNone} />
              <Radio size="xs" value="pattern" label={m.skuPattern} />
            </div>
          </Radio.Group>
          {isByPattern && (
            <div className={layout.stack} style={{ marginTop: 10 }}>
              <TextInput
                label={m.pattern}
                description={m.patternHint}
                classNames={{ input: 'od-mono' }}
                maxLength={240}
                autoComplete="off"
                spellCheck={false}
                value={pattern}
                error={problem}
                onChange={(event) => setPattern(event.currentTarget.value)}
              />
              {own && own.total === 0 ? (
                <p className="od-muted">{m.noSkus}</p>
              ) : (
                wanted.length > 0 && (
                  <div>
                    <p className="od-muted">{m.preview}</p>
                    <p className={css.skus}>
                      {wanted.slice(0, shownSkus).map((sku) => (
                        <span key={sku} className="od-mono">
                          {sku}
                        </span>
                      ))}
                      {inAll > shownSkus && (
                        <span className="od-muted">{m.previewMore({ count: inAll - shownSkus })}</span>
                      )}
                    </p>
                    <p className={taken && taken.length > 0 ? layout.error : 'od-muted'} role="status">
                      {!isChecked || !taken
                        ? m.checking
                        : taken.length > 0
                          ? `${m.taken({ count: taken.length })} ${taken.slice(0, shownTaken).map(m.takenBy).join(', ')}`
                          : inAll > asked.length
                            ? m.freeFirst({ count: asked.length })
                            : m.free}
                    </p>
                  </div>
                )
              )}
            </div>
          )}
        </fieldset>
      )}
    </ActDialog>
  )
}
