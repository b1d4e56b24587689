'use client'

import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { DraftNotice } from '@/components/ui/draft-notice'
import { explain, requestIdOf } from '@/components/ui/failure'
import page from '@/components/ui/page.module.css'
import type { Tagged } from '@/lib/client/api'
import { useDraft } from '@/lib/client/editing/use-draft'
import { useUnsaved } from '@/lib/client/editing/use-unsaved'
import { useEditorMessages } from '@/lib/client/messages/areas/product-editor'
import { useMessages } from '@/lib/client/messages/use-messages'
import { type FormField, type ProductForm, problemsOf } from '@/lib/client/product-form'
import type { Product } from '@/lib/client/products'
import { dismissToast, showToast } from '@/lib/client/toasts'
import { BasicsSection } from './basics-section'
import { CategorySection } from './category-section'
import { Checklist } from './checklist'
import { CustomSection } from './custom-section'
import { DetailsSection } from './details-section'
import { FactsSection } from './facts-section'
import { ImagesSection } from './images-section'
import { MergeNotice } from './merge-notice'
import { PlaceSection } from './place-section'
import css from './product.module.css'
import { ProductSaveBar } from './product-save-bar'
import { PublicationSection } from './publication-section'
import { hasFields, isStale, useProductForm } from './use-product-form'
import { VariantsSection } from './variants-section'
import { VisibilitySection } from './visibility-section'

type Props = {
  orgId: string
  server: Tagged<Product>
  timeZone: string
  currency: string
  mayPromote: boolean
  /** Set to what the head's “Publish” does: saves everything with it. */
  publish: { current: () => void }
  onDirty: (dirty: boolean) => void
}

const versionText = ({ etag }: Tagged<Product>) => /"(\d+)/.exec(etag ?? '')?.[1] ?? ''

/** Everything that can be said of a product, saved in one go. */
export function ProductEditor({ orgId, server, timeZone, currency, mayPromote, publish, onDirty }: Props) {
  const t = useMessages()
  const m = useEditorMessages()
  const box = useRef<HTMLDivElement>(null)
  const editor = useProductForm(orgId, server, timeZone)
  const { base, form, changed, merged, isSaving, set } = editor
  const product = base.data
  const [isUploading, setUploading] = useState(false)
  /** The toast of the latest failure, which a success makes untrue. */
  const failure = useRef<number>(undefined)
  const dirty = changed.length > 0
  useUnsaved(dirty)
  const draft = useDraft<ProductForm>({ key: `product/${product.id}`, value: form, dirty, base: versionText(base) })
  useEffect(() => onDirty(dirty), [dirty, onDirty])

  const showFirst = () =>
    requestAnimationFrame(() => {
      const wrong = box.current?.querySelector<HTMLElement>('[aria-invalid=true], [data-error] input, [role=alert]')
      wrong?.scrollIntoView({ block: 'center' })
      wrong?.focus({ preventScroll: true })
    })
  const blocked = isUploading ? m.waitForUploads : undefined

  const save = async (over: Partial<ProductForm> = {}) => {
    if (isSaving || blocked) return
    const problems = problemsOf({ ...form, ...over })
    const wrong = Object.keys(problems) as FormField[]
    if (wrong.length > 0) {
      editor.setErrors(Object.fromEntries(wrong.map((field) => [field, m.problems[problems[field]!]])))
      return showFirst()
    }
    if (failure.current) dismissToast(failure.current)
    try {
      const { data } = await editor.save(over)
      showToast({ kind: 'done', title: m.saved({ name: data.name }) })
    } catch (error) {
      if (isStale(error)) return box.current?.scrollTo?.({ top: 0 })
      if (hasFields(error, t)) return showFirst()
      const text = explain(error, t)
      failure.current = showToast({ kind: 'failed', title: m.notSaved, text, requestId: requestIdOf(error) })
    }
  }
  publish.current = () => void save({ status: 'ACTIVE' })

  const saveLatest = useEffectEvent(() => {
    if (dirty) void save()
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== 's') return
      event.preventDefault()
      // A word that is being typed becomes a tag when its field is left.
      const active = document.activeElement
      if (active instanceof HTMLElement && active !== document.body) {
        active.blur()
        active.focus({ preventScroll: true })
      }
      setTimeout(saveLatest)
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [])

  const part = { form, set, errors: editor.errors }
  return (
    <>
      <div ref={box}>
        <div className={page.notices}>
          {draft.found && <DraftNotice draft={draft} base={versionText(base)} onRestore={editor.restore} />}
          {merged && (
            <MergeNotice
              orgId={orgId}
              productId={product.id}
              merged={merged}
              form={form}
              timeZone={timeZone}
              onResolve={editor.resolve}
              onClose={editor.forgetMerge}
            />
          )}
        </div>
        <div className={`${page.columns} ${css.parts}`}>
          <div className={page.main}>
            <BasicsSection {...part} />
            <ImagesSection {...part} orgId={orgId} onBusyChange={setUploading} />
            <CategorySection {...part} />
            <VariantsSection orgId={orgId} productId={product.id} currency={currency} mayEdit />
            <DetailsSection {...part} orgId={orgId} />
            <PlaceSection {...part} />
            <CustomSection {...part} />
          </div>
          <div className={page.aside}>
            <Checklist orgId={orgId} product={product} />
            <PublicationSection {...part} product={product} timeZone={timeZone} mayPromote={mayPromote} />
            <VisibilitySection orgId={orgId} productId={product.id} timeZone={timeZone} dirty={dirty} />
            <FactsSection orgId={orgId} product={product} timeZone={timeZone} currency={currency} />
          </div>
        </div>
      </div>
      <ProductSaveBar
        changed={changed}
        wrong={Object.keys(editor.errors).length}
        isSaving={isSaving}
        blocked={blocked}
        onSave={() => void save()}
        onDiscard={editor.discard}
      />
    </>
  )
}
