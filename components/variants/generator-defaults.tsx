'use client'

import { Checkbox, TextInput } from '@mantine/core'
import { formatAmount, formatNumber } from '@/lib/client/format'
import { useVariantMessages } from '@/lib/client/messages/areas/variants'
import { useLanguage } from '@/lib/client/messages/use-messages'
import { variantLimits } from '@/lib/client/variants'
import css from './generator.module.css'
import { knownTokens } from './sku-pattern'
import type { Generator } from './use-generator'

type Props = { generator: Generator; currency: string; tried: boolean }

/** What every made variant gets: its SKU by a pattern, a price, and how it is taxed. */
export function GeneratorDefaults({ generator, currency, tried }: Props) {
  const m = useVariantMessages().generator
  const { locale } = useLanguage()
  const { problems, chosen, usable } = generator
  const tokens = knownTokens(usable)
    .map((token) => `{${token}}`)
    .join(' ')
  return (
    <div className={css.defaults}>
      <h3 className={css.heading}>{m.defaults}</h3>
      <TextInput
        label={m.pattern}
        description={m.patternHint({ tokens })}
        value={generator.pattern}
        spellCheck={false}
        error={
          problems.unknown.length > 0
            ? m.patternUnknown({ tokens: problems.unknown.map((token) => `{${token}}`).join(' ') })
            : problems.skuLong
              ? m.patternLong({ most: formatNumber(locale, variantLimits.sku) })
              : undefined
        }
        onChange={(event) => generator.setPattern(event.currentTarget.value)}
      />
      {chosen[0]?.sku && problems.unknown.length === 0 && (
        <p className={css.example}>{m.patternExample({ sku: chosen[0].sku })}</p>
      )}
      <SkuCheck generator={generator} />
      <TextInput
        className={css.price}
        label={m.price({ currency })}
        inputMode="decimal"
        value={generator.priceText}
        error={
          problems.price && (tried || generator.priceText !== '')
            ? m.priceBad({ example: formatAmount(locale, currency, 120_000) })
            : undefined
        }
        onChange={(event) => generator.setPriceText(event.currentTarget.value)}
      />
      <div className={css.ticks}>
        <Checkbox
          label={m.taxable}
          checked={generator.taxable}
          onChange={(event) => generator.setTaxable(event.currentTarget.checked)}
        />
        <Checkbox
          label={m.taxIncluded}
          checked={generator.taxIncluded}
          onChange={(event) => generator.setTaxIncluded(event.currentTarget.checked)}
        />
      </div>
    </div>
  )
}

/** Whether the SKUs are free, among themselves and in the whole organization. */
function SkuCheck({ generator }: { generator: Generator }) {
  const m = useVariantMessages().generator
  const { chosen, check } = generator
  if (!chosen.some(({ sku }) => sku)) return null
  const twice = chosen.filter(({ clash }) => clash === 'twice')
  const taken = chosen.filter(({ clash }) => clash === 'taken')
  const holder = check.holders.find(({ sku }) => sku === taken[0]?.sku)
  const text =
    twice.length > 0
      ? m.patternRepeats({ count: new Set(twice.map(({ sku }) => sku)).size, sku: twice[0]!.sku! })
      : taken.length > 0
        ? m.patternTaken({ count: taken.length, sku: taken[0]!.sku!, product: holder?.productName ?? '' })
        : check.isChecking
          ? m.checking
          : check.error
            ? m.checkFailed
            : m.free
  const bad = twice.length > 0 || taken.length > 0
  return (
    <p className={css.check} data-kind={bad ? 'bad' : check.isChecking || check.error ? 'plain' : 'good'} role="status">
      {text}
    </p>
  )
}
