'use client'

import { Button } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { ShallowLink } from '@/components/ui/shallow-link'
import look from '@/components/ui/tabs.module.css'
import { formatNumber } from '@/lib/client/format'
import type { ListUrl } from '@/lib/client/list-url'
import { useViewMessages } from '@/lib/client/messages/areas/views'
import { useLanguage } from '@/lib/client/messages/use-messages'
import { useShortcuts } from '@/lib/client/shortcuts'
import type { SavedView } from '@/lib/client/views'
import type { ViewedList } from '@/lib/resources/viewed-lists'
import { useFitting } from './use-fitting'
import css from './view-tabs.module.css'

const ViewsMenu = dynamic(() => import('./views-menu').then(({ ViewsMenu }) => ViewsMenu), { ssr: false })
const ViewDialog = dynamic(() => import('./view-dialog').then(({ ViewDialog }) => ViewDialog), { ssr: false })

/** A view that is always there: `?view=<key>`; the one with an empty key is the list as it is. */
export type BuiltInView = { key: string; label: string; filter: string; count?: number }

/** What a dialog about views is for. */
export type ViewAsk = { kind: 'create'; name: string } | { kind: 'rename'; view: SavedView }

type Props = {
  label: string
  list: ListUrl
  builtIn: readonly BuiltInView[]
  views: readonly SavedView[]
  counts: ReadonlyMap<string, number>
  /** Absent where no view can be kept. */
  saving?: { orgId: string; list: ViewedList; mayShare: boolean; userId?: string }
}

/** The views of a list as tabs: the built-in ones, the organization's, one's own; and what was changed in the open one. */
export function ViewTabs({ label, list, builtIn, views, counts, saving }: Props) {
  const { locale, messages: t } = useLanguage()
  const m = useViewMessages()
  const [menu, setMenu] = useState(false)
  const [ask, setAsk] = useState<ViewAsk>()
  const { state, modified } = list
  const saved = views.find(({ id }) => id === state.view)
  // An unknown view is the plain list.
  const isBuiltIn = (key: string) =>
    !saved && (builtIn.some((each) => each.key === state.view) ? state.view : '') === key
  const tabs = [
    ...builtIn.map((view) => ({
      key: view.key,
      name: view.label,
      count: view.count,
      active: isBuiltIn(view.key),
      // From one built-in view to another what is searched and filtered goes along.
      href: saved ? list.viewHref(view.key) : list.href({ view: view.key }),
    })),
    ...views.map((view) => ({
      key: view.id,
      name: view.name,
      count: counts.get(view.id),
      active: view.id === saved?.id,
      href: list.viewHref(view.id),
    })),
  ]
  // The open tab always fits: it takes the place of the last.
  const { box, fitting } = useFitting<HTMLElement>({
    count: tabs.length,
    selector: '[data-tab]',
    gap: 4,
    scrollsUpTo: 760,
    signature: tabs.map(({ name, count }) => `${name}${count}`).join(),
  })
  const activeAt = tabs.findIndex(({ active }) => active)
  const shown = (i: number) => i === activeAt || (activeAt >= fitting ? i < fitting - 1 : i < fitting)
  useShortcuts([{ keys: ['v'], group: 'list', label: m.openKey, run: () => setMenu(true) }])
  const mayChange = saved !== undefined && saving !== undefined && (saved.scope === 'personal' || saving.mayShare)
  const isWorthKeeping = state.q !== '' || state.filter !== ''
  return (
    <div className={css.row}>
      <nav ref={box} className={css.tabs} aria-label={label}>
        {tabs.map(({ key, name, count, active, href }, i) => (
          <ShallowLink
            key={key}
            data-tab
            href={href}
            className={look.tab}
            style={shown(i) ? undefined : { visibility: 'hidden', order: 1 }}
            aria-current={active ? 'page' : undefined}
            onDoubleClick={() => active && mayChange && saved && setAsk({ kind: 'rename', view: saved })}
          >
            {name}
            {active && saved && modified && (
              <span className={css.dot}>
                <span className="od-hidden">({m.modified})</span>
              </span>
            )}
            {count !== undefined && <span className={`${look.count} od-number`}>{formatNumber(locale, count)}</span>}
          </ShallowLink>
        ))}
      </nav>
      <div className={css.tools}>
        {saving && saved && modified && (
          <>
            {mayChange && <ViewButton saving={saving} view={saved} list={list} label={m.save} />}
            <Button
              size="compact-sm"
              variant="subtle"
              onClick={() => setAsk({ kind: 'create', name: m.copyOf({ name: saved.name }) })}
            >
              {m.saveAs}
            </Button>
            <ShallowLink className={css.reset} href={list.viewHref(saved.id)}>
              {m.reset}
            </ShallowLink>
          </>
        )}
        {saving && !saved && isWorthKeeping && (
          <Button size="compact-sm" variant="subtle" onClick={() => setAsk({ kind: 'create', name: '' })}>
            {m.saveView}
          </Button>
        )}
        <span className={css.anchor}>
          <button
            type="button"
            className={css.all}
            aria-label={m.more}
            title={`${m.more} (v)`}
            aria-haspopup="dialog"
            aria-expanded={menu}
            onClick={() => setMenu(!menu)}
          >
            {fitting < tabs.length && <span>{t.app.more}</span>}
            <IconChevronDown size={15} aria-hidden />
          </button>
          {menu && (
            <ViewsMenu
              list={list}
              builtIn={tabs.slice(0, builtIn.length)}
              views={views}
              current={saved}
              saving={saving}
              onAsk={setAsk}
              onClose={() => setMenu(false)}
            />
          )}
        </span>
      </div>
      {ask && saving && <ViewDialog ask={ask} saving={saving} list={list} onClose={() => setAsk(undefined)} />}
    </div>
  )
}

const ViewButton = dynamic(() => import('./view-save').then(({ SaveButton }) => SaveButton), { ssr: false })
