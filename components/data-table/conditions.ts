'use client'

import type { ListState } from '@/lib/client/list-state'
import { useMessages } from '@/lib/client/messages/use-messages'
import { chipsFromFilter, filterFromChips } from '@/lib/query/url'
import { type FieldWords, useChipText } from './filter-words'
import type { BuiltInView } from './view-tabs'

/** One thing that narrows a list, and how the list would be without it. */
export type Condition = { key: string; text: string; without: Partial<ListState> }

/** What narrows a list, piece by piece: its view, the search, each chip. */
export function useConditions({ state, words, view }: { state: ListState; words: FieldWords; view?: BuiltInView }) {
  const t = useMessages()
  const chipText = useChipText(words)
  const conditions: Condition[] = []
  if (view?.filter) conditions.push({ key: 'view', text: view.label, without: { view: '' } })
  if (state.q) conditions.push({ key: 'q', text: `${t.list.searchChip} “${state.q}”`, without: { q: '' } })
  const chips = chipsFromFilter(state.filter, words.resource)
  if (!chips) {
    conditions.push({ key: 'filter', text: `${t.list.filterChip} “${state.filter}”`, without: { filter: '' } })
    return conditions
  }
  for (const [at, chip] of chips.entries()) {
    const { name, text } = chipText(chip)
    const others = chips.filter((_, i) => i !== at)
    const without = { filter: filterFromChips(others, words.resource) }
    conditions.push({ key: `chip-${at}`, text: `${name} ${text}`, without })
  }
  return conditions
}
