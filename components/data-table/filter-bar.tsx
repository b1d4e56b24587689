'use client'

import { IconChevronDown, IconPlus, IconX } from '@tabler/icons-react'
import dynamic from 'next/dynamic'
import { useRef, useState } from 'react'
import page from '@/components/ui/page.module.css'
import type { ListUrl } from '@/lib/client/list-url'
import { useFilterMessages } from '@/lib/client/messages/areas/filter'
import { useShortcuts } from '@/lib/client/shortcuts'
import { type Chip, chipsFromFilter, filterFromChips } from '@/lib/query/url'
import css from './filter-bar.module.css'
import { type FieldWords, useChipText } from './filter-words'
import { ListSearch } from './list-search'

const ChipEditor = dynamic(() => import('./chip-editor').then(({ ChipEditor }) => ChipEditor), { ssr: false })
const FieldPicker = dynamic(() => import('./field-picker').then(({ FieldPicker }) => FieldPicker), { ssr: false })
const AdvancedFilter = dynamic(() => import('./advanced-filter').then(({ AdvancedFilter }) => AdvancedFilter), {
  ssr: false,
})

type Props = {
  list: ListUrl
  words: FieldWords
  /** Fields of enumerations that have a button of their own although nothing is asked of them. */
  quick?: readonly string[]
  hiddenFields?: readonly string[]
  search?: { label: string; hint: string }
}

/** What is open: a chip by its place, a quick field, the list of fields or the editor of one, the text. */
type Open =
  | { kind: 'chip'; at: number }
  | { kind: 'quick'; path: string }
  | { kind: 'fields' }
  | { kind: 'new'; path: string }
  | { kind: 'text' }

/** Search and filter of a list: chips that are edited where they stand, and the text they mean. */
export function FilterBar({ list, words, quick = [], hiddenFields, search }: Props) {
  const m = useFilterMessages()
  const chipText = useChipText(words)
  const [open, setOpen] = useState<Open>()
  const bar = useRef<HTMLElement>(null)
  const { filter } = list.state
  const known = chipsFromFilter(filter, words.resource)
  const chips = known ?? []
  const close = () => setOpen(undefined)
  const go = (next: readonly Chip[]) => list.go({ filter: filterFromChips(next, words.resource) })
  /** What the address says now: under quick hands it is ahead of what has been drawn. */
  const latest = (): readonly Chip[] => {
    const given = new URLSearchParams(window.location.search).get('filter')
    return (given !== null && chipsFromFilter(given, words.resource)) || chips
  }
  /** Undefined takes the chip away. */
  const replace = (at: number) => (chip: Chip | undefined) =>
    go(chip ? latest().map((each, i) => (i === at ? chip : each)) : latest().filter((_, i) => i !== at))
  const edit = (at: number) => (chip: Chip | undefined) => {
    const path = chips[at]!.path
    replace(at)(chip)
    // Whoever takes the last value out may choose another; at the chip's place there is the next one now.
    if (!chip) setOpen({ kind: quick.includes(path) ? 'quick' : 'new', path })
  }
  const add = (chip: Chip | undefined) => chip && go([...latest(), chip])
  // A field beside which no condition stands has its button; the chip takes its place.
  const free = quick.filter((path) => !chips.some((chip) => chip.path === path))
  const removeLast = () => {
    if (!known) list.go({ filter: '' })
    else if (latest().length > 0) go(latest().slice(0, -1))
  }
  useShortcuts([
    { keys: ['f'], group: 'list', label: m.addKey, run: () => setOpen({ kind: known ? 'fields' : 'text' }) },
  ])

  return (
    <search className={page.tools} ref={bar}>
      {search && <ListSearch list={list} {...search} onBackspace={removeLast} />}
      {chips.map((chip, at) => {
        const { name, text } = chipText(chip)
        const isOpen = open?.kind === 'chip' && open.at === at
        return (
          // A chip has no name but its place: two may ask the same.
          <span key={at} className={css.anchor}>
            <span className={css.chip} data-open={isOpen || undefined}>
              <button
                type="button"
                className={css.chipText}
                aria-label={m.edit({ what: `${name} ${text}` })}
                aria-expanded={isOpen}
                aria-haspopup="dialog"
                title={`${name} ${text}`}
                onClick={() => setOpen(isOpen ? undefined : { kind: 'chip', at })}
              >
                <span className={css.chipName}>{name}</span> {text}
              </button>
              <button
                type="button"
                className={css.remove}
                aria-label={m.remove({ what: `${name} ${text}` })}
                onClick={() => {
                  close()
                  replace(at)(undefined)
                  bar.current?.querySelector('input')?.focus()
                }}
              >
                <IconX size={14} aria-hidden />
              </button>
            </span>
            {isOpen && <ChipEditor words={words} path={chip.path} chip={chip} onChange={edit(at)} onClose={close} />}
          </span>
        )
      })}
      {!known && (
        <span className={css.anchor}>
          <span className={css.chip}>
            <button
              type="button"
              className={css.chipText}
              aria-label={m.edit({ what: filter })}
              title={filter}
              onClick={() => setOpen({ kind: 'text' })}
            >
              <span className={css.chipName}>{m.advancedChip}</span> <span className="od-mono">{filter}</span>
            </button>
            <button
              type="button"
              className={css.remove}
              aria-label={m.remove({ what: filter })}
              onClick={() => list.go({ filter: '' })}
            >
              <IconX size={14} aria-hidden />
            </button>
          </span>
        </span>
      )}
      {known &&
        free.map((path) => {
          const isOpen = open?.kind === 'quick' && open.path === path
          return (
            <span key={path} className={css.anchor}>
              <button
                type="button"
                className={css.quick}
                aria-expanded={isOpen}
                aria-haspopup="dialog"
                onClick={() => setOpen(isOpen ? undefined : { kind: 'quick', path })}
              >
                {words.fieldLabel(path)}
                <IconChevronDown size={13} aria-hidden />
              </button>
              {isOpen && (
                // The chip takes the button's place with the first choice, and its editor goes on there.
                <ChipEditor
                  words={words}
                  path={path}
                  onChange={(chip) => {
                    if (!chip) return
                    add(chip)
                    setOpen({ kind: 'chip', at: chips.length })
                  }}
                  onClose={close}
                />
              )}
            </span>
          )
        })}
      <span className={css.anchor}>
        <button
          type="button"
          className={css.quick}
          data-plain
          aria-expanded={open?.kind === 'fields'}
          aria-haspopup="dialog"
          aria-label={m.addLabel}
          title={`${m.addLabel} (f)`}
          onClick={() => setOpen(open?.kind === 'fields' ? undefined : { kind: known ? 'fields' : 'text' })}
        >
          <IconPlus size={14} aria-hidden />
          {m.add}
        </button>
        {open?.kind === 'fields' && (
          <FieldPicker
            words={words}
            hiddenFields={hiddenFields}
            onPick={(path) => setOpen({ kind: 'new', path })}
            onAdvanced={() => setOpen({ kind: 'text' })}
            onClose={close}
          />
        )}
        {open?.kind === 'new' && (
          <ChipEditor
            words={words}
            path={open.path}
            onChange={(chip) => {
              if (!chip) return
              add(chip)
              setOpen({ kind: 'chip', at: chips.length })
            }}
            onClose={close}
          />
        )}
        {open?.kind === 'text' && <AdvancedFilter list={list} words={words} onClose={close} />}
      </span>
      {(chips.length > 1 || (filter !== '' && list.state.q !== '')) && (
        <button type="button" className={css.clear} onClick={() => list.go({ filter: '', q: '' })}>
          {m.clearAll}
        </button>
      )}
    </search>
  )
}
