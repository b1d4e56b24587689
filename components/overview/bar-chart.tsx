'use client'

import { type KeyboardEvent, useId, useRef, useState } from 'react'
import { useGo } from '@/lib/client/editing/use-unsaved'
import { ticksFor } from '@/lib/client/overview'
import css from './overview.module.css'
import { useWidth } from './use-width'

/** A part of a bar, drawn from the bottom up in the order given. */
export type BarPart = { key: string; label: string; value: number; text: string }

export type Bar = {
  key: string
  /** `Mon, Nov 3, 2026`: what the bar is about. */
  name: string
  /** `Nov 3`: under the bar, where there is room. */
  short: string
  href: string
  total: number
  /** The total as people read it. */
  text: string
  parts: readonly BarPart[]
  /** The same of the span before. */
  before?: { value: number; text: string }
}

type Props = {
  label: string
  bars: readonly Bar[]
  /** Writes a mark of the axis. */
  tick: (value: number) => string
  /** Words for the line that tells of the span before. */
  beforeLabel: string
  height?: number
}

const room = { top: 18, right: 2, bottom: 24 }
const labelRoom = 72

/** In pixels, roughly: Japanese characters are twice as wide as digits. */
const textWidth = (text: string) => [...text].reduce((sum, each) => sum + (each > '\u2fff' ? 12 : 6.6), 0)

/**
 * Stacked bars, each of which leads to the orders it counts. One of them is in the tab order; arrow keys move along.
 * What a bar says in full stands beside it while it is pointed at or has the focus.
 */
export function BarChart({ label, bars, tick, beforeLabel, height = 236 }: Props) {
  const go = useGo()
  const pattern = useId()
  const [box, width] = useWidth<HTMLDivElement>(860)
  const links = useRef<(HTMLOrSVGElement | null)[]>([])
  const [at, setAt] = useState(bars.length - 1)
  const [shown, setShown] = useState<number>()
  const current = Math.min(at, bars.length - 1)

  const highest = Math.max(0, ...bars.flatMap(({ total, before }) => [total, before?.value ?? 0]))
  const ticks = ticksFor(highest)
  const top = ticks.at(-1)!
  // The marks are in no font whose widths are known here; digits and signs are about seven pixels wide.
  const edge = { ...room, left: 14 + Math.max(...ticks.map((value) => textWidth(tick(value)))) }
  const plot = { width: Math.max(40, width - edge.left - edge.right), height: height - edge.top - edge.bottom }
  const y = (value: number) => edge.top + plot.height * (1 - value / top)
  const slot = plot.width / bars.length
  const thick = Math.max(1, Math.min(38, slot > 8 ? slot * 0.74 : slot - 1))
  const x = (i: number) => edge.left + slot * (i + 0.5)
  const every = Math.max(1, Math.ceil(labelRoom / slot))
  const isLabelled = (i: number) => (bars.length - 1 - i) % every === 0
  const peak = bars.findIndex(({ total }) => total > 0 && total === Math.max(...bars.map((bar) => bar.total)))
  const line = bars.flatMap(({ before }, i) => (before ? [`${x(i).toFixed(1)},${y(before.value).toFixed(1)}`] : []))

  const onKeyDown = (event: KeyboardEvent) => {
    const steps: Record<string, number> = {
      ArrowLeft: current - 1,
      ArrowRight: current + 1,
      Home: 0,
      End: bars.length - 1,
    }
    const to = steps[event.key]
    if (to === undefined) return
    event.preventDefault()
    const next = Math.max(0, Math.min(bars.length - 1, to))
    setAt(next)
    links.current[next]?.focus()
  }
  const told = shown === undefined ? undefined : bars[shown]
  return (
    <div ref={box} className={css.chart} style={{ height }}>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset cannot be drawn in. */}
      <svg width={width} height={height} role="group" aria-label={label} onKeyDown={onKeyDown}>
        <defs>
          <pattern id={pattern} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="5" height="5" className={css.hatchGround} />
            <rect width="2" height="5" className={css.hatchLine} />
          </pattern>
        </defs>
        {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: a group of lines and marks takes no focus. */}
        <g aria-hidden="true">
          {ticks.map((value) => (
            <g key={value}>
              <line className={css.grid} x1={edge.left} x2={width - edge.right} y1={y(value)} y2={y(value)} />
              <text className={css.tick} x={edge.left - 8} y={y(value)} dy="0.32em" textAnchor="end">
                {tick(value)}
              </text>
            </g>
          ))}
        </g>
        {bars.map((bar, i) => {
          let sum = 0
          return (
            <a
              key={bar.key}
              ref={(element) => {
                links.current[i] = element
              }}
              href={bar.href}
              tabIndex={i === current ? 0 : -1}
              className={css.bar}
              data-shown={i === shown || undefined}
              aria-label={[
                `${bar.name}: ${bar.text}`,
                ...bar.parts.map((part) => `${part.label} ${part.text}`),
                ...(bar.before ? [`${beforeLabel} ${bar.before.text}`] : []),
              ].join(', ')}
              onFocus={() => {
                setAt(i)
                setShown(i)
              }}
              onBlur={() => setShown(undefined)}
              onPointerEnter={() => setShown(i)}
              onPointerLeave={() => setShown(undefined)}
              onClick={(event) => {
                if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
                event.preventDefault()
                go(bar.href)
              }}
            >
              <rect
                className={css.hit}
                x={edge.left + slot * i}
                y={edge.top - 8}
                width={slot}
                height={plot.height + 8}
              />
              {bar.parts.map((part) => {
                const from = y(sum)
                sum += part.value
                const tall = from - y(sum)
                // A hairline between parts, where they are tall enough to spare it.
                const gap = tall > 3 ? 1 : 0
                return (
                  <rect
                    key={part.key}
                    data-part={part.key}
                    fill={part.key === 'CANCELED' ? `url(#${pattern})` : undefined}
                    x={x(i) - thick / 2}
                    y={y(sum) + gap}
                    width={thick}
                    height={Math.max(part.value > 0 ? 0.75 : 0, tall - gap)}
                    rx={thick > 8 ? 1.5 : 0}
                  />
                )
              })}
            </a>
          )
        })}
        {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: as above. */}
        <g aria-hidden="true" pointerEvents="none">
          {line.length > 1 && <polyline className={css.beforeLine} points={line.join(' ')} />}
          {peak >= 0 && (
            <text
              className={css.peak}
              x={Math.max(edge.left + 18, Math.min(width - 20, x(peak)))}
              y={y(bars[peak]!.total) - 6}
              textAnchor="middle"
            >
              {tick(bars[peak]!.total)}
            </text>
          )}
          {bars.map(
            (bar, i) =>
              isLabelled(i) && (
                <text
                  key={bar.key}
                  className={css.tick}
                  x={Math.min(x(i), width - 20)}
                  y={height - 6}
                  textAnchor="middle"
                >
                  {bar.short}
                </text>
              ),
          )}
        </g>
      </svg>
      {told && (
        <div
          className={css.tip}
          aria-hidden="true"
          data-side={shown! < bars.length / 2 ? 'right' : 'left'}
          style={{ left: x(shown!) + (shown! < bars.length / 2 ? thick / 2 + 8 : -thick / 2 - 8) }}
        >
          <p className={css.tipHead}>
            {told.name} <strong className="od-number">{told.text}</strong>
          </p>
          {told.parts.length > 1 &&
            [...told.parts].reverse().map((part) => (
              <p key={part.key} className={css.tipRow}>
                <span className={css.swatch} data-part={part.key} />
                {part.label}
                <span className="od-number">{part.text}</span>
              </p>
            ))}
          {told.before && (
            <p className={css.tipRow}>
              <span className={css.dash} />
              {beforeLabel}
              <span className="od-number">{told.before.text}</span>
            </p>
          )}
        </div>
      )}
    </div>
  )
}
