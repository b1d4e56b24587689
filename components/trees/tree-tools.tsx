'use client'

import { Button, CloseButton, Switch, TextInput } from '@mantine/core'
import { IconFold, IconListTree, IconSearch } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { Key } from '@/components/ui/key'
import page from '@/components/ui/page.module.css'
import { useTreeMessages } from '@/lib/client/messages/areas/trees'
import { useMessages } from '@/lib/client/messages/use-messages'
import { useShortcuts } from '@/lib/client/shortcuts'
import type { TreeStore } from './tree-store'
import { useTreeState } from './use-tree'

/** “Open everything” stops asking for more at so many nodes. */
const enough = 20_000

type Props = {
  store: TreeStore
  query: string
  onQuery: (query: string) => void
  /** How many matches there are; undefined while that is not known. */
  found: number | undefined
  archived: boolean
  onArchived: (shown: boolean) => void
  /** Down from the search field leads into the tree. */
  onEnter: () => void
  attempt: (act: Promise<unknown>) => void
}

/** Search, what is shown, and opening or closing everything. */
export function TreeTools({ store, query, onQuery, found, archived, onArchived, onEnter, attempt }: Props) {
  const t = useMessages()
  const m = useTreeMessages()
  const state = useTreeState(store)
  const search = useRef<HTMLInputElement>(null)
  const [opening, setOpening] = useState(false)
  const isSearch = query.trim() !== ''
  useShortcuts([
    {
      keys: ['/'],
      group: 'list',
      label: t.shortcuts.search,
      run: () => {
        search.current?.focus()
        search.current?.select()
      },
    },
  ])
  return (
    <search className={page.tools}>
      <TextInput
        ref={search}
        className={page.search}
        type="search"
        aria-label={m.kinds[store.kind].search}
        placeholder={m.kinds[store.kind].hint}
        spellCheck={false}
        autoComplete="off"
        leftSection={<IconSearch size={16} />}
        rightSection={
          query ? (
            <CloseButton
              size="sm"
              aria-label={t.list.clearSearch}
              onClick={() => {
                onQuery('')
                search.current?.focus()
              }}
            />
          ) : (
            <Key>/</Key>
          )
        }
        value={query}
        onChange={(event) => onQuery(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Escape') {
            if (query) onQuery('')
            else event.currentTarget.blur()
          }
          if (event.key === 'ArrowDown') {
            event.preventDefault()
            onEnter()
          }
        }}
      />
      <span role="status" className="od-muted">
        {isSearch && found !== undefined ? m.page.total({ count: found }) : ''}
      </span>
      <span className={page.space} />
      {store.kind === 'categories' && (
        <Switch
          size="xs"
          label={m.page.showArchived}
          checked={archived}
          onChange={(event) => onArchived(event.currentTarget.checked)}
        />
      )}
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        loading={opening}
        leftSection={<IconListTree size={16} />}
        disabled={isSearch}
        onClick={() => {
          setOpening(true)
          attempt(store.openAll(enough).finally(() => setOpening(false)))
        }}
      >
        {m.page.expandAll}
      </Button>
      <Button
        variant="subtle"
        color="gray"
        size="compact-sm"
        leftSection={<IconFold size={16} />}
        disabled={isSearch || state.expanded.size === 0}
        onClick={store.closeAll}
      >
        {m.page.collapseAll}
      </Button>
    </search>
  )
}
