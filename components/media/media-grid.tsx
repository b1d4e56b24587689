'use client'

import type { KeyboardEvent } from 'react'
import { Tag } from '@/components/ui/tag'
import { type Attachment, formatBytes, typeName } from '@/lib/client/attachments'
import { useMediaMessages } from '@/lib/client/messages/areas/media'
import { useLanguage } from '@/lib/client/messages/use-messages'
import css from './media-grid.module.css'
import { Thumb } from './thumb'
import thumb from './thumb.module.css'
import { useNameOf } from './use-name-of'
import type { Picked } from './use-picked'

export type FilesProps = {
  rows: readonly Attachment[]
  loading: boolean
  picked: Picked<Attachment>
  onOpen: (file: Attachment) => void
}

const skeletons = Array.from({ length: 18 }, (_, i) => i)

/** Arrow keys go from card to card, as they stand on screen. */
function onArrow(event: KeyboardEvent<HTMLElement>) {
  const cards = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-card]')]
  const at = cards.indexOf(event.target as HTMLElement)
  if (at < 0 || event.altKey || event.ctrlKey || event.metaKey) return
  const top = (card: HTMLElement) => card.closest('li')!.offsetTop
  const perRow = Math.max(1, cards.filter((card) => top(card) === top(cards[0]!)).length)
  const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -perRow, ArrowDown: perRow }
  const step = steps[event.key]
  const next = step === undefined ? undefined : cards[at + step]
  if (!next) return
  event.preventDefault()
  next.focus()
}

/** Files as cards. */
export function MediaGrid({ rows, loading, picked, onOpen }: FilesProps) {
  const { locale } = useLanguage()
  const m = useMediaMessages()
  const nameOf = useNameOf()
  if (loading) {
    return (
      <ul className={css.grid} aria-hidden>
        {skeletons.map((each) => (
          <li key={each} className={css.card}>
            <span className={`${thumb.frame} ${css.picture} od-skeleton`} />
            <span className={css.words}>
              <span className="od-skeleton" style={{ width: '70%', marginTop: 6 }} />
              <span className="od-skeleton" style={{ width: '45%', marginTop: 10 }} />
            </span>
          </li>
        ))}
      </ul>
    )
  }
  return (
    <ul className={css.grid} aria-label={m.title} onKeyDown={onArrow} data-picking={picked.count > 0 || undefined}>
      {rows.map((file) => (
        <li key={file.id} className={css.card} data-picked={picked.has(file.id) || undefined} data-file={file.id}>
          <button type="button" className={`${thumb.frame} ${css.picture}`} data-card onClick={() => onOpen(file)}>
            <span className="od-hidden">{m.open({ name: nameOf(file) })}</span>
            <Thumb file={file} width={320} />
          </button>
          <label className={css.check}>
            <span className="od-hidden">{m.select({ name: nameOf(file) })}</span>
            <input
              type="checkbox"
              checked={picked.has(file.id)}
              onChange={(event) => picked.toggle(file, (event.nativeEvent as MouseEvent).shiftKey === true)}
            />
          </label>
          <span className={css.words}>
            <span className={`od-cut ${css.name}`} title={nameOf(file)}>
              {nameOf(file)}
            </span>
            <span className={`${css.facts} od-number`}>
              {typeName(file.type)} · {formatBytes(locale, file.size)}
              {file.usageCount === 0 && (
                <span className={css.unused}>
                  <Tag>{m.unused}</Tag>
                </span>
              )}
            </span>
          </span>
        </li>
      ))}
    </ul>
  )
}
