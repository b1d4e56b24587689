'use client'

import { useMessages } from '@/lib/client/messages/use-messages'
import css from './product.module.css'

const bar = (width: number | string, height = 10) => (
  <span className="od-skeleton" style={{ width, height, maxWidth: '100%' }} />
)

/** The shape of a product while it is on its way. */
export function ProductSkeleton() {
  const t = useMessages()
  const field = (height: number, key: string) => (
    <div key={key} className={css.stack} style={{ gap: 8 }}>
      {bar(90)}
      {bar('100%', height)}
    </div>
  )
  return (
    <>
      <span role="status" className="od-hidden">
        {t.app.loading}
      </span>
      <div className={css.head}>
        <div className={`${css.identity} ${css.stack}`}>
          {bar(280, 24)}
          {bar(190)}
        </div>
      </div>
      <div className={css.tabs} style={{ height: 39 }} />
      <div className={css.columns}>
        <div className={css.main}>
          <div className={`${css.section} ${css.stack}`}>
            {bar(80, 12)}
            {field(32, 'name')}
            {field(96, 'text')}
          </div>
          <div className={css.section}>
            <div className={css.strip}>
              {[0, 1, 2].map((key) => (
                <span key={key} className="od-skeleton" style={{ width: 112, height: 112 }} />
              ))}
            </div>
          </div>
        </div>
        <div className={css.aside}>
          <div className={`${css.section} ${css.stack}`}>
            {bar(90, 12)}
            {bar(220)}
            {bar(190)}
            {bar(240)}
          </div>
        </div>
      </div>
    </>
  )
}
