'use client'

import type { ReactNode } from 'react'
import { useMessages } from '@/lib/client/messages/use-messages'
import layout from './form.module.css'
import page from './page.module.css'
import { Section } from './section'
import tabs from './tabs.module.css'

export const Bar = ({ width, height = 10 }: { width: number | string; height?: number }) => (
  <span className="od-skeleton" style={{ width, height, maxWidth: '100%' }} />
)

/** The shape of one thing's page while it is on its way; `children` are the shape of its main column. */
export function DetailSkeleton({ withTabs, children }: { withTabs?: boolean; children: ReactNode }) {
  const t = useMessages()
  return (
    <>
      <span role="status" className="od-hidden">
        {t.app.loading}
      </span>
      <div className={page.identity} data-ruled={!withTabs || undefined}>
        <div className={`${page.who} ${layout.stack}`}>
          <Bar width={240} height={24} />
          <Bar width={185} />
        </div>
      </div>
      {withTabs && <div className={tabs.tabs} style={{ height: 39 }} />}
      <div className={page.columns}>
        <div className={page.main}>{children}</div>
        <div className={page.aside}>
          <Section>
            <div className={layout.stack}>
              <Bar width={90} height={12} />
              <Bar width={150} />
              <Bar width={220} />
              <Bar width={190} />
              <Bar width={240} />
            </div>
          </Section>
        </div>
      </div>
    </>
  )
}
