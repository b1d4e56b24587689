import css from './waiting.module.css'

type Props = {
  /** Per cent. */
  widths?: readonly number[]
  height?: number
  /** As close as lines of text. */
  tight?: boolean
  className?: string
}

/** What stands while something is on its way, in about its shape. */
export const Waiting = ({ widths = [62, 48, 55], height, tight, className }: Props) => (
  <div className={className ? `${css.waiting} ${className}` : css.waiting} data-tight={tight || undefined} aria-hidden>
    {widths.map((width, at) => (
      <span key={`${at}-${width}`} className="od-skeleton" style={{ width: `${width}%`, height }} />
    ))}
  </div>
)
