'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiError, getJson, type ListAnswer, type Tagged } from '@/lib/client/api'
import { fieldErrorsOf } from '@/lib/client/field-errors'
import type { Messages } from '@/lib/client/messages/en'
import { useMessages } from '@/lib/client/messages/use-messages'
import type { HistoryEntry } from '@/lib/client/orders'
import {
  changedFields,
  type FormField,
  fieldOfTarget,
  formFields,
  mergeForms,
  type ProductForm,
  patchOf,
  toForm,
} from '@/lib/client/product-form'
import { type Product, patchProduct, productQuery, productsKey } from '@/lib/client/products'

/** What somebody else saved while this page was being changed. */
export type MergedChange = {
  /** What they have at the fields that both changed. */
  theirs: ProductForm
  conflicts: FormField[]
  taken: FormField[]
  /** The version they made; history says who. */
  version: number
}

const versionOf = ({ etag }: Tagged<Product>) => Number(/"(\d+)/.exec(etag ?? '')?.[1] ?? 0)

/** Who made a version of a product, and when. */
export async function readAuthor(orgId: string, productId: string, version: number): Promise<HistoryEntry | undefined> {
  const query = new URLSearchParams({
    $filter: `entity eq 'product' and entityId eq '${productId}' and version eq ${version}`,
    $top: '1',
  })
  return (await getJson<ListAnswer<HistoryEntry>>(`/orgs/${orgId}/history?${query}`)).value[0]
}

/** What the server says is wrong, at the fields of the form. */
function serverErrors(error: unknown, t: Messages): Partial<Record<FormField, string>> {
  const errors: Partial<Record<FormField, string>> = {}
  for (const [target, text] of Object.entries(fieldErrorsOf(error, t))) {
    const field = fieldOfTarget(target)
    if (field) errors[field] ??= text
  }
  return errors
}

/** Whether a refusal is about fields of the form, beside which it then stands. */
export const hasFields = (error: unknown, t: Messages) => Object.keys(serverErrors(error, t)).length > 0

/**
 * The form of one product on top of what the server has. When the server has something newer it is taken over at once
 * while nothing is changed here, and merged under the changes otherwise.
 */
export function useProductForm(orgId: string, server: Tagged<Product>, timeZone: string) {
  const t = useMessages()
  const queryClient = useQueryClient()
  const [base, setBase] = useState(server)
  const [form, setForm] = useState(() => toForm(server.data, timeZone))
  const [merged, setMerged] = useState<MergedChange>()
  const [errors, setErrors] = useState<Partial<Record<FormField, string>>>({})
  const [isSaving, setSaving] = useState(false)
  const baseForm = toForm(base.data, timeZone)
  const changed = changedFields(baseForm, form)

  const takeOver = (fresh: Tagged<Product>) => {
    const theirs = toForm(fresh.data, timeZone)
    const result = mergeForms(baseForm, form, theirs)
    setBase(fresh)
    setForm(result.form)
    if (changed.length === 0) return
    const { conflicts, taken } = result
    setMerged((earlier) => ({
      theirs,
      conflicts: formFields.filter((field) => conflicts.includes(field) || earlier?.conflicts.includes(field)),
      taken: formFields.filter((field) => taken.includes(field) || earlier?.taken.includes(field)),
      version: versionOf(fresh),
    }))
  }
  if (versionOf(server) > versionOf(base) && !isSaving) takeOver(server)
  // A category or a location that was renamed changes the answer without a version.
  else if (server !== base && versionOf(server) === versionOf(base) && changed.length === 0 && !isSaving) {
    setBase(server)
    setForm(toForm(server.data, timeZone))
  }

  const set = (patch: Partial<ProductForm>) => {
    setForm((earlier) => ({ ...earlier, ...patch }))
    setErrors((earlier) =>
      Object.fromEntries(Object.entries(earlier).filter(([field]) => !(field in patch) && !pair(field, patch))),
    )
  }

  /**
   * Saves what differs, with `over` on top; answers the product as it is then.
   * @throws ApiError when it is refused; what the refusal says of a field stands at that field. `isStale` errors have
   *   been merged already.
   */
  const save = async (over: Partial<ProductForm> = {}): Promise<Tagged<Product>> => {
    const sent = { ...form, ...over }
    setSaving(true)
    setErrors({})
    try {
      const patch = patchOf(baseForm, sent, timeZone)
      const fresh = await patchProduct(orgId, base.data.id, patch, base.etag)
      const saved = toForm(fresh.data, timeZone)
      // What was typed while it was on its way is a change of its own.
      setForm((now) => mergeForms(form, now, saved).form)
      setBase(fresh)
      setMerged(undefined)
      queryClient.setQueryData(productQuery(orgId, base.data.id).queryKey, fresh)
      void queryClient.invalidateQueries({
        queryKey: productsKey(orgId),
        predicate: ({ queryKey }) => queryKey[2] !== 'one',
      })
      return fresh
    } catch (error) {
      if (isStale(error)) {
        if (Object.keys(over).length > 0) setForm(sent)
        await queryClient.invalidateQueries({ queryKey: productQuery(orgId, base.data.id).queryKey })
      } else setErrors(serverErrors(error, t))
      throw error
    } finally {
      setSaving(false)
    }
  }

  return {
    base,
    form,
    changed,
    errors,
    merged,
    isSaving,
    set,
    setErrors,
    save,
    discard: () => {
      setForm(baseForm)
      setErrors({})
      setMerged(undefined)
    },
    /** Replaces everything in the form, as when a draft is restored. */
    restore: (value: ProductForm) => setForm({ ...baseForm, ...value }),
    /** Decides about a field that both changed. */
    resolve: (field: FormField, side: 'mine' | 'theirs') => {
      if (!merged) return
      if (side === 'theirs') set({ [field]: merged.theirs[field] })
      setMerged({ ...merged, conflicts: merged.conflicts.filter((each) => each !== field) })
    },
    forgetMerge: () => setMerged(undefined),
  }
}

const pairs: readonly (readonly FormField[])[] = [
  ['latitude', 'longitude'],
  ['since', 'until'],
]

/** Two fields that are only wrong together. */
const pair = (field: string, patch: Partial<ProductForm>) =>
  pairs.some((both) => both.includes(field as FormField) && both.some((each) => each in patch))

export const isStale = (error: unknown): error is ApiError =>
  error instanceof ApiError && (error.status === 412 || error.status === 409)
