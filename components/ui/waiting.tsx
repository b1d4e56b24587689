import css from './waiting.module.css'

type Props = {
  /** Per cent, one for each row. */
  widths?: readonly number[]
  rows?: number
  height?: number
  /** As close as lines of text. */
  tight?: boolean
  className?: string
}

const usual = [62, 48, 55, 40]

/** What stands while something is on its way, in about its shape. */
export const Waiting = ({
  rows = 3,
  widths = Array.from({ length: rows }, (_, i) => usual[i % usual.length]!),
  height,
  tight,
  className,
}: Props) => (
  <div className={className ? `${css.waiting} ${className}` : css.waiting} data-tight={tight || undefined} aria-hidden>
    {widths.map((width, at) => (
      <span key={`${at}-${width}`} className="od-skeleton" style={{ width: `${width}%`, height }} />
    ))}
  </div>
)
