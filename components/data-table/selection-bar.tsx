'use client'

import { ActionIcon, Button } from '@mantine/core'
import { IconDots, IconX } from '@tabler/icons-react'
import dynamic from 'next/dynamic'
import { type ReactNode, useState, useSyncExternalStore } from 'react'
import { Key } from '@/components/ui/key'
import { formatNumber } from '@/lib/client/format'
import { countSelected, pageSelection, type SelectionStore } from '@/lib/client/list-selection'
import { useListMessages } from '@/lib/client/messages/areas/list'
import { useLanguage } from '@/lib/client/messages/use-messages'
import type { ActionMenu as ActionMenuOf } from './action-menu'
import { PageBox } from './select-head'
import type { ListAction, ListSelection } from './selection'
import css from './selection-bar.module.css'
import { useFitting } from './use-fitting'

// The component is generic, which dynamic() forgets.
const ActionMenu = dynamic(() => import('./action-menu').then(({ ActionMenu }) => ActionMenu), {
  ssr: false,
}) as unknown as typeof ActionMenuOf

type Props<Row extends { id: string }> = {
  selection: SelectionStore<Row>
  /** What stands on this page. */
  rows: readonly Row[]
  /** How many rows the list has on all pages. */
  total: number
  actions: readonly ListAction<Row>[]
  read: () => ListSelection<Row>
  onSelectMatching: () => void
}

/** Lies where the heads of the columns are while something is selected: how much it is, and what can be done to it. */
export function SelectionBar<Row extends { id: string }>(props: Props<Row>): ReactNode {
  const { selection, rows, total, actions, read, onSelectMatching } = props
  const { locale } = useLanguage()
  const m = useListMessages()
  const [menu, setMenu] = useState(false)
  useSyncExternalStore(selection.subscribe, selection.get, selection.get)
  const measured = useFitting<HTMLDivElement>({
    count: actions.length,
    selector: '[data-action]',
    gap: 6,
    menuWidth: 44,
  })
  const fitting = Math.min(measured.fitting, actions.length)
  const current = selection.get()
  const count = countSelected(current)
  const text = (value: number) => formatNumber(locale, value)
  const chosen = read()
  const offersAll = current.kind === 'rows' && total > count && pageSelection(current, rows) === 'all'
  const button = (action: ListAction<Row>, i: number) => {
    const blocked = action.blocked?.(chosen)
    return (
      <Button
        key={action.key}
        data-action
        size="compact-sm"
        variant="default"
        className={i < fitting ? css.action : `${css.action} ${css.hidden}`}
        color={action.danger ? 'red' : undefined}
        leftSection={action.icon}
        rightSection={action.shortcut && <Key>{action.shortcut}</Key>}
        tabIndex={i < fitting ? undefined : -1}
        aria-hidden={i < fitting ? undefined : true}
        aria-disabled={blocked !== undefined || undefined}
        data-disabled={blocked !== undefined || undefined}
        title={blocked}
        onClick={() => blocked === undefined && action.run(read())}
      >
        {action.label}
        {blocked && <span className="od-hidden">. {blocked}</span>}
      </Button>
    )
  }
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw itself; these are tools in a row.
    <div
      className={css.bar}
      role="group"
      aria-label={m.selection}
      data-selection-bar
      data-shown={count > 0 || undefined}
    >
      {count > 0 && (
        <>
          <span className={css.page}>
            <PageBox selection={selection} rows={rows} />
          </span>
          <span className={`${css.count} od-number`} role="status">
            {current.kind === 'matching' && current.excluded.size === 0
              ? m.allSelected({ count: text(count) })
              : m.selected({ count: text(count) })}
          </span>
          {offersAll && (
            <button type="button" className={`${css.all} od-link`} onClick={onSelectMatching}>
              {m.selectAll({ count: text(total) })}
            </button>
          )}
          <div ref={measured.box} className={css.actions}>
            {actions.map(button)}
            {fitting < actions.length && (
              <span className={css.more}>
                {menu ? (
                  <ActionMenu actions={actions.slice(fitting)} selection={chosen} onClose={() => setMenu(false)} />
                ) : (
                  <Button size="compact-sm" variant="default" aria-label={m.moreActions} onClick={() => setMenu(true)}>
                    <IconDots size={16} />
                  </Button>
                )}
              </span>
            )}
          </div>
          <ActionIcon
            size={26}
            className={css.more}
            onClick={selection.clear}
            aria-label={m.clearSelection}
            title={`${m.clearSelection} (Esc)`}
          >
            <IconX size={15} aria-hidden />
          </ActionIcon>
        </>
      )}
    </div>
  )
}
