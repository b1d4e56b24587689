import css from './variants-page.module.css'

const widths = [54, 68, 42, 60, 74, 48, 64, 52, 70, 46, 58, 66]

/** The spreadsheet before its rows are known. */
export const VariantsSkeleton = () => (
  <div className={css.skeleton} aria-hidden>
    {widths.map((width, i) => (
      <div key={i} className={css.skeletonRow}>
        <span className="od-skeleton" style={{ width: 20 }} />
        <span className="od-skeleton" style={{ width: `${width}%` }} />
        <span className="od-skeleton" style={{ width: `${100 - width}%` }} />
        <span className="od-skeleton" style={{ width: 56 }} />
        <span className="od-skeleton" style={{ width: 16 }} />
      </div>
    ))}
  </div>
)
