'use client'

import { useMessages } from '@/lib/client/messages/use-messages'
import css from './order-detail.module.css'

const bar = (width: number | string, height = 10) => (
  <span className="od-skeleton" style={{ width, height, maxWidth: '100%' }} />
)

/** The shape of an order while it is on its way. */
export function OrderSkeleton() {
  const t = useMessages()
  return (
    <>
      <span role="status" className="od-hidden">
        {t.app.loading}
      </span>
      <div className={css.head}>
        <div className={`${css.identity} ${css.stack}`}>
          {bar(220, 24)}
          {bar(180)}
        </div>
      </div>
      <div className={css.columns}>
        <div className={css.main}>
          <div className={`${css.section} ${css.stack}`}>
            {bar(80, 12)}
            {[92, 88, 95].map((width) => (
              <span key={width} className="od-skeleton" style={{ width: `${width}%`, height: 34 }} />
            ))}
          </div>
        </div>
        <div className={css.aside}>
          <div className={`${css.section} ${css.stack}`}>
            {bar(90, 12)}
            {bar(150)}
            {bar(220)}
            {bar(190)}
            {bar(240)}
          </div>
        </div>
      </div>
    </>
  )
}
