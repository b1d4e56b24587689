'use client'

import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { parseAmount, printAmount } from '@/components/grid/amount'
import { minorDigits } from '@/lib/client/format'
import type { Product } from '@/lib/client/products'
import type { NewMember } from '@/lib/client/variant-batches'
import { findSkus, type Variant, variantLimits } from '@/lib/client/variants'
import {
  combinationKey,
  combinationTitle,
  combine,
  countCombinations,
  findExisting,
  foldValue,
  type Option,
  optionsField,
  toOptionsField,
  usableOptions,
} from './combinations'
import { defaultPattern, makeSku, repeatedSkus, unknownTokens } from './sku-pattern'

const checkAfterMs = 300

export type OptionRow = Option & { id: number }

/** One combination with what would come of it. */
export type Planned = {
  key: string
  values: readonly string[]
  title: string
  sku: string | null
  exists: boolean
  chosen: boolean
  clash?: 'taken' | 'twice'
}

/** The names of options that made the product's variants before, with the values they had. */
function optionsOf(variants: readonly Variant[]): Option[] {
  const found = new Map<string, Option>()
  for (const { customFields } of variants) {
    const kept = customFields[optionsField]
    if (typeof kept !== 'object' || kept === null) continue
    for (const [name, value] of Object.entries(kept)) {
      if (typeof value !== 'string') continue
      const option = found.get(foldValue(name)) ?? { name, values: [] }
      if (!option.values.some((each) => foldValue(each) === foldValue(value))) option.values.push(value)
      found.set(foldValue(name), option)
    }
  }
  return [...found.values()]
}

/** Everything the generator knows: what was entered, and what follows from it. */
export function useGenerator(orgId: string, product: Product, currency: string, variants: readonly Variant[]) {
  const digits = minorDigits(currency)
  const last = variants.at(-1)
  const [options, setOptions] = useState<OptionRow[]>(() => {
    const known = optionsOf(variants)
    return (known.length > 0 ? known : [{ name: '', values: [] }]).map((option, id) => ({ ...option, id }))
  })
  const [ownPattern, setPattern] = useState<string>()
  const [priceText, setPriceText] = useState(last ? printAmount(last.price.amount, digits) : '')
  const [taxable, setTaxable] = useState(last?.price.taxable ?? true)
  const [taxIncluded, setTaxIncluded] = useState(last?.price.taxIncluded ?? false)
  const [unticked, setUnticked] = useState<ReadonlySet<string>>(new Set())

  const usable = useMemo(() => usableOptions(options), [options])
  const pattern = ownPattern ?? defaultPattern(usable)
  const count = countCombinations(usable)
  const tooMany = count > variantLimits.most

  const combinations = useMemo(() => (tooMany ? [] : combine(usable)), [usable, tooMany])
  const existing = useMemo(() => findExisting(usable, combinations, variants), [usable, combinations, variants])
  const drafts = useMemo(
    () =>
      combinations.map((values, i) => {
        const key = combinationKey(values)
        const exists = existing.has(key)
        return {
          key,
          values,
          title: combinationTitle(values),
          sku: makeSku(pattern, product.name, usable, values, i + 1),
          exists,
          chosen: !exists && !unticked.has(key),
        }
      }),
    [combinations, existing, pattern, product.name, unticked, usable],
  )
  const skus = useMemo(() => drafts.flatMap(({ chosen, sku }) => (chosen && sku ? [sku] : [])), [drafts])
  const [asked] = useDebouncedValue(skus, checkAfterMs)
  const check = useQuery({
    queryKey: ['skus', orgId, asked],
    queryFn: ({ signal }) => findSkus(orgId, asked, signal),
    enabled: asked.length > 0,
    staleTime: 5_000,
    gcTime: 30_000,
  })
  const planned = useMemo<Planned[]>(() => {
    const twice = repeatedSkus(skus)
    const taken = new Set(check.data?.map(({ sku }) => sku))
    return drafts.map((draft) => {
      const clash = !draft.chosen || !draft.sku ? undefined : twice.has(draft.sku) ? 'twice' : undefined
      return { ...draft, clash: clash ?? (draft.chosen && draft.sku && taken.has(draft.sku) ? 'taken' : undefined) }
    })
  }, [drafts, skus, check.data])

  const chosen = planned.filter((each) => each.chosen)
  const price = parseAmount(priceText, digits)
  const room = Math.max(0, variantLimits.most - variants.length)
  const names = options.map(({ name }) => foldValue(name))
  const problems = {
    /** By option, whether its name is missing or there twice; one without values does not count. */
    names: options.map(({ name, values }, i) =>
      values.length === 0
        ? undefined
        : name.trim() === ''
          ? ('missing' as const)
          : names.indexOf(names[i]!) !== i
            ? ('twice' as const)
            : undefined,
    ),
    price: price === undefined || price < 0 || price > variantLimits.amount,
    unknown: unknownTokens(pattern, usable),
    skuLong: skus.some((sku) => sku.length > variantLimits.sku),
    titleLong: chosen.some(({ title }) => title.length > variantLimits.title),
    noRoom: chosen.length > room,
    tooMany,
  }
  const isChecking = skus !== asked || check.isFetching
  const isReady =
    chosen.length > 0 &&
    !problems.names.some(Boolean) &&
    !problems.price &&
    problems.unknown.length === 0 &&
    !problems.skuLong &&
    !problems.titleLong &&
    !problems.noRoom &&
    !tooMany &&
    !chosen.some(({ clash }) => clash)

  return {
    options,
    setOptions,
    usable,
    pattern,
    setPattern,
    priceText,
    setPriceText,
    taxable,
    setTaxable,
    taxIncluded,
    setTaxIncluded,
    setUnticked,
    planned,
    chosen,
    count,
    room,
    problems,
    /** What the server said about the SKUs. */
    check: { holders: check.data ?? [], error: check.error, isChecking },
    isReady,
    members: (): NewMember[] =>
      chosen.map(({ key, title, sku, values }) => ({
        key,
        data: {
          title,
          sku,
          price: { amount: price!, taxable, taxIncluded },
          customFields: { [optionsField]: toOptionsField(usable, values) },
        },
      })),
  }
}

export type Generator = ReturnType<typeof useGenerator>
