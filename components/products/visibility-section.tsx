'use client'

import { IconAlertTriangle, IconCheck, IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Failure } from '@/components/ui/failure'
import { Section } from '@/components/ui/section'
import { Waiting } from '@/components/ui/waiting'
import { formatInstant } from '@/lib/client/format'
import { useEditorMessages } from '@/lib/client/messages/areas/product-editor'
import { useProductMessages } from '@/lib/client/messages/areas/products'
import { useLanguage } from '@/lib/client/messages/use-messages'
import { type Visibility, visibilityQuery } from '@/lib/client/products'
import type { PublicationStatus } from '@/lib/resources/product'
import css from './product.module.css'

type Condition = Visibility['conditions'][number]

type Props = { orgId: string; productId: string; timeZone: string; dirty: boolean }

/** Everything that decides whether people see the product, find it and can buy it, what fails first. */
export function VisibilitySection({ orgId, productId, timeZone, dirty }: Props) {
  const { locale } = useLanguage()
  const m = useEditorMessages()
  const words = useProductMessages()
  const { data, error, refetch } = useQuery(visibilityQuery(orgId, productId))
  if (!data) {
    return (
      <Section title={m.whyNot} id="visibility">
        {error ? (
          <Failure title={m.whyFailed} error={error} onRetry={() => refetch()} />
        ) : (
          <Waiting tight widths={[70, 55, 62, 48]} />
        )}
      </Section>
    )
  }
  const failing = data.conditions.filter(({ met }) => !met)
  const fine = data.conditions.filter(({ met }) => met)
  const title = !data.visible ? m.whyNot : failing.length > 0 ? m.visibleBut : m.visible
  const detail = ({ code, met, at, detail: text }: Condition) => {
    if (code === 'begun' && at) return m.since({ when: formatInstant(locale, timeZone, at) })
    // The first instant that is not shown any more is for people the end of the day before.
    if (code === 'notOver' && at) {
      return m.until({ when: formatInstant(locale, timeZone, new Date(Date.parse(at) - 60_000).toISOString()) })
    }
    if (code === 'active' && !met) return words.statusWords[text as PublicationStatus] ?? text
    return code === 'categoryListed' ? text : undefined
  }
  const fixes: Partial<Record<Condition['code'], { href: string; label: string }>> = {
    active: { href: '#publication', label: m.fixStatus },
    begun: { href: '#publication', label: m.fixDates },
    notOver: { href: '#publication', label: m.fixDates },
    category: { href: '#category', label: m.fixCategory },
    categoryListed: { href: '#category', label: m.fixCategory },
    variants: { href: `/orgs/${orgId}/products/${productId}/variants`, label: m.fixVariants },
  }
  const line = (condition: Condition) => {
    const { code, met, otherwise } = condition
    const text = detail(condition)
    const fix = met ? undefined : fixes[code]
    const Icon = met ? IconCheck : otherwise === 'hidden' ? IconX : IconAlertTriangle
    return (
      <li key={code} data-met={met} data-otherwise={otherwise}>
        <Icon size={17} stroke={2.2} aria-hidden />
        <span>
          <span className="od-hidden">{met ? m.met : otherwise === 'hidden' ? m.notMet : m.limits}: </span>
          {met ? m.conditions[code].ok : m.conditions[code].no}
          {text && <span className={css.detail}> ({text})</span>}
          {fix && (
            <>
              {' '}
              <a className="od-link" href={fix.href}>
                {fix.label}
              </a>
            </>
          )}
        </span>
      </li>
    )
  }
  return (
    <Section title={title} id="visibility">
      <ul className={css.conditions}>
        {failing.map(line)}
        {fine.map(line)}
      </ul>
      {dirty && (
        <p className="od-muted" style={{ marginTop: 10 }}>
          {m.asSaved}
        </p>
      )}
    </Section>
  )
}
