'use client'

import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { goShallow, type ListUrl } from '@/lib/client/list-url'
import { useViewMessages } from '@/lib/client/messages/areas/views'
import type { SavedView } from '@/lib/client/views'
import { moveInList, Popup } from './popup'
import popup from './popup.module.css'
import { type Saving, useViewActs } from './view-acts'
import type { ViewAsk } from './view-tabs'
import css from './view-tabs.module.css'

type Tab = { key: string; name: string; active: boolean; href: string }

type Props = {
  list: ListUrl
  builtIn: readonly Tab[]
  views: readonly SavedView[]
  current?: SavedView
  saving?: Saving
  onAsk: (ask: ViewAsk) => void
  onClose: () => void
}

const findableFrom = 8

/** Every view there is, and what can be done to the open one. */
export function ViewsMenu({ list, builtIn, views, current, saving, onAsk, onClose }: Props) {
  const m = useViewMessages()
  const [text, setText] = useState('')
  const fits = (name: string) => name.toLowerCase().includes(text.trim().toLowerCase())
  const go = (href: string) => {
    goShallow(href)
    onClose()
  }
  const tabOf = (view: SavedView): Tab & { note?: string } => ({
    key: view.id,
    name: view.name,
    active: view.id === current?.id,
    href: list.viewHref(view.id),
    note: view.isDefault ? m.isDefault : undefined,
  })
  const groups: { label: string; tabs: (Tab & { note?: string })[] }[] = [
    { label: m.builtIn, tabs: [...builtIn] },
    { label: m.shared, tabs: views.filter(({ scope }) => scope === 'shared').map(tabOf) },
    { label: m.mine, tabs: views.filter(({ scope }) => scope === 'personal').map(tabOf) },
  ].map(({ label, tabs }) => ({ label, tabs: tabs.filter(({ name }) => fits(name)) }))
  const all = groups.flatMap(({ tabs }) => tabs)
  return (
    <Popup label={m.more} onClose={onClose} width={300}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: arrow keys move between the buttons inside. */}
      <div
        className={css.menu}
        onKeyDown={(event) => {
          moveInList(event)
          const first = all[0]
          if (event.key === 'Enter' && event.target instanceof HTMLInputElement && first) go(first.href)
        }}
      >
        {builtIn.length + views.length > findableFrom && (
          <TextInput
            size="sm"
            aria-label={m.find}
            placeholder={m.find}
            autoComplete="off"
            data-autofocus
            value={text}
            onChange={(event) => setText(event.currentTarget.value)}
          />
        )}
        {groups.map(
          ({ label, tabs }) =>
            tabs.length > 0 && (
              <section key={label} aria-label={label}>
                <p className={popup.group}>{label}</p>
                {tabs.map(({ key, name, active, href, note }) => (
                  <button
                    key={key}
                    type="button"
                    data-item
                    className={popup.item}
                    aria-current={active ? 'page' : undefined}
                    data-autofocus={active || undefined}
                    onClick={() => go(href)}
                  >
                    <span className="od-cut">{name}</span>
                    {note && <span className={`od-cut ${popup.note}`}>{note}</span>}
                  </button>
                ))}
              </section>
            ),
        )}
        {all.length === 0 && <p className={popup.group}>{m.none}</p>}
        {saving && <Acts list={list} views={views} current={current} saving={saving} onAsk={onAsk} onClose={onClose} />}
      </div>
    </Popup>
  )
}

type ActsProps = Pick<Props, 'list' | 'views' | 'current' | 'onAsk' | 'onClose'> & { saving: Saving }

function Acts({ list, views, current, saving, onAsk, onClose }: ActsProps) {
  const m = useViewMessages()
  const acts = useViewActs(saving, list)
  if (!current) {
    return (
      <>
        <div className={popup.rule} />
        <Item
          label={m.saveView}
          onClick={() => {
            onClose()
            onAsk({ kind: 'create', name: '' })
          }}
        />
      </>
    )
  }
  const mayChange = current.scope === 'personal' || saving.mayShare
  const kind = views.filter(({ scope }) => scope === current.scope)
  const place = kind.findIndex(({ id }) => id === current.id)
  const blocked = mayChange ? undefined : m.notYours
  const { name, scope, isDefault } = current
  const run = (act: () => unknown) => () => {
    onClose()
    act()
  }
  return (
    <>
      <div className={popup.rule} />
      <p className={popup.group}>{m.thisView({ name })}</p>
      {list.modified && <Item label={m.save} blocked={blocked} onClick={run(() => acts.save(current))} />}
      {list.modified && <Item label={m.reset} onClick={run(() => goShallow(list.viewHref(current.id)))} />}
      <Item label={m.rename} blocked={blocked} onClick={run(() => onAsk({ kind: 'rename', view: current }))} />
      <Item label={m.duplicate} onClick={run(() => onAsk({ kind: 'create', name: m.copyOf({ name }) }))} />
      {scope === 'personal' ? (
        <Item
          label={m.share}
          blocked={saving.mayShare ? undefined : m.shareHint}
          onClick={run(() => acts.change(current, { scope: 'shared' }, m.nowShared({ name })))}
        />
      ) : (
        <Item
          label={m.unshare}
          blocked={blocked}
          onClick={run(() => acts.change(current, { scope: 'personal' }, m.nowMine({ name })))}
        />
      )}
      <Item
        label={isDefault ? m.dropDefault : m.makeDefault}
        blocked={blocked}
        onClick={run(() => acts.change(current, { isDefault: !isDefault }))}
      />
      {place > 0 && <Item label={m.moveLeft} blocked={blocked} onClick={run(() => acts.move(current, -1))} />}
      {place < kind.length - 1 && (
        <Item label={m.moveRight} blocked={blocked} onClick={run(() => acts.move(current, 1))} />
      )}
      <Item label={m.remove} danger blocked={blocked} onClick={run(() => acts.remove(current))} />
    </>
  )
}

type ItemProps = { label: string; onClick: () => void; danger?: boolean; blocked?: string }

const Item = ({ label, onClick, danger, blocked }: ItemProps) => (
  <button
    type="button"
    data-item
    className={popup.item}
    data-danger={danger || undefined}
    disabled={blocked !== undefined}
    title={blocked}
    onClick={onClick}
  >
    <span className="od-cut">{label}</span>
  </button>
)
