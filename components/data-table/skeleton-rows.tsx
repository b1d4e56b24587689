import { aria, type ColumnMeta } from './columns'

type Props = {
  metas: readonly ColumnMeta[]
  rows: number
  /** Whether each row begins with a checkbox. */
  boxes?: boolean
}

/** Rows in the shape of those to come; each bar is as wide as the column's contents usually are. */
export function SkeletonRows({ metas, rows, boxes }: Props) {
  return Array.from({ length: rows }, (_, row) => (
    <tr key={row} {...aria.row} data-skeleton>
      {boxes && <td {...aria.cell} />}
      {metas.map(({ label, align, wideOnly, skeleton = 0.6 }, column) => {
        // Bars of one length look like a wall; these vary by a tenth, the same on every visit.
        const share = skeleton + (((row * 7 + column * 3) % 5) - 2) * 0.05
        return (
          <td key={label} {...aria.cell} data-align={align} data-wide={wideOnly ? '' : undefined}>
            <span className="od-skeleton" style={{ width: `${share * 100}%`, marginInlineStart: align ? 'auto' : 0 }} />
          </td>
        )
      })}
    </tr>
  ))
}
