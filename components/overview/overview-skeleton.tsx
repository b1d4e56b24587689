import css from './overview.module.css'

const heights = [38, 62, 51, 74, 45, 80, 66, 92, 58, 71, 49, 84, 63, 77, 55, 69, 88, 60, 73, 52]

/** The overview's shape while it is on its way. */
export function OverviewSkeleton({ label }: { label: string }) {
  const bar = (width: number | string, height = 10) => (
    <span className="od-skeleton" style={{ width, height, maxWidth: '100%' }} />
  )
  const chart = (
    <div className={`${css.frame} ${css.wide}`}>
      {bar(180)}
      <div className={css.skeletonBars}>
        {heights.map((height, i) => (
          <span key={i} className="od-skeleton" style={{ height: `${height}%` }} />
        ))}
      </div>
    </div>
  )
  const list = (
    <div className={css.frame}>
      {bar(110)}
      <div className={css.skeletonList}>
        {[88, 72, 80, 64, 76].map((width) => (
          <span key={width} className="od-skeleton" style={{ width: `${width}%`, height: 12 }} />
        ))}
      </div>
    </div>
  )
  return (
    <div className={css.scroll}>
      <span className="od-hidden" role="status">
        {label}
      </span>
      <div aria-hidden="true">
        <p className={css.about}>{bar(260)}</p>
        <div className={css.figures}>
          {[0, 1, 2, 3, 4].map((i) => (
            <div key={i} className={css.figure}>
              {bar(64)}
              <div style={{ padding: '12px 0' }}>{bar(110, 22)}</div>
              {bar(90)}
            </div>
          ))}
        </div>
        <div className={css.row}>
          {chart}
          {list}
        </div>
        <div className={css.row}>
          {chart}
          {list}
        </div>
      </div>
    </div>
  )
}
