'use client'

import { Button, Progress } from '@mantine/core'
import { IconCircleCheck } from '@tabler/icons-react'
import { Notice } from '@/components/ui/notice'
import { formatNumber } from '@/lib/client/format'
import { useVariantMessages } from '@/lib/client/messages/areas/variants'
import { useLanguage } from '@/lib/client/messages/use-messages'
import css from './generator.module.css'

/** How making them goes, and what came of each. */
export type Run = {
  total: number
  made: number
  refused: { title: string; sku: string | null; message: string }[]
  /** Why it ended before all were sent. */
  failure?: string
  running: boolean
}

type Props = { run: Run; onStop: () => void; onBack: () => void; onClose: () => void }

export function GeneratorRun({ run, onStop, onBack, onClose }: Props) {
  const m = useVariantMessages().generator
  const { locale } = useLanguage()
  const number = (value: number) => formatNumber(locale, value)
  const sent = run.made + run.refused.length
  if (run.running) {
    return (
      <div className={css.run}>
        <p role="status">
          {m.running}: {m.progress({ done: number(sent), total: number(run.total) })}
        </p>
        <Progress value={(sent / run.total) * 100} aria-label={m.running} />
        <div className={css.foot}>
          <Button variant="default" onClick={onStop}>
            {m.stop}
          </Button>
        </div>
      </div>
    )
  }
  return (
    <div className={css.run}>
      <p className={css.made} role="status">
        <IconCircleCheck size={20} aria-hidden />
        {m.done({ count: run.made, text: number(run.made) })}
      </p>
      {run.failure && <Notice kind="bad">{run.failure}</Notice>}
      {sent < run.total && <p>{m.notSent({ count: number(run.total - sent) })}</p>}
      {run.refused.length > 0 && (
        <>
          <p className={css.refusedHead}>{m.refused({ count: run.refused.length })}</p>
          <ul className={css.list}>
            {run.refused.map(({ title, sku, message }) => (
              <li key={title} className={css.refused}>
                <span className={css.name}>{title}</span>
                {sku && <span className={css.sku}>{sku}</span>}
                <span className={css.clash}>{message}</span>
              </li>
            ))}
          </ul>
        </>
      )}
      <div className={css.foot}>
        {run.made < run.total && (
          <Button variant="default" onClick={onBack}>
            {m.back}
          </Button>
        )}
        <Button data-autofocus onClick={onClose}>
          {m.close}
        </Button>
      </div>
    </div>
  )
}
