'use client'

import { Modal } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react'
import { useCurrentOrganization } from '@/components/shell/current-organization'
import { Key } from '@/components/ui/key'
import { useGo } from '@/lib/client/editing/use-unsaved'
import { usePaletteMessages } from '@/lib/client/messages/areas/palette'
import type { Command } from './command'
import css from './palette.module.css'
import { rememberRecent } from './recent'
import { useCommandGroups } from './use-command-groups'

/** One field that finds and does everything: typed at, walked with the arrows, entered. */
export function Palette({ onClose }: { onClose: () => void }) {
  const m = usePaletteMessages()
  const id = useId()
  const go = useGo()
  const { me } = useCurrentOrganization()
  const [typed, setTyped] = useState('')
  const { groups, isSearching, failed, text } = useCommandGroups(typed)
  const commands = groups.flatMap((group) => group.commands)
  const [chosen, setChosen] = useState<string>()
  // What comes later from the server must not move the choice: it stays on its line as long as that is there.
  const at = Math.max(
    0,
    commands.findIndex((command) => command.id === chosen),
  )
  const active = commands[at]
  const list = useRef<HTMLDivElement>(null)
  const activeId = active && `${id}-${at}`
  useEffect(() => {
    if (activeId) document.getElementById(activeId)?.scrollIntoView({ block: 'nearest' })
  }, [activeId])

  const choose = (command: Command, inTab = false) => {
    const { href, run, remember, label } = command
    if (href && remember && me) rememberRecent(me.id, { label, href })
    if (href && inTab) return void window.open(href, '_blank')
    onClose()
    // After the dialog gave the focus back: what acts on the focused row finds it focused.
    setTimeout(() => (href ? go(href) : run?.()), 60)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const to: Record<string, number> = {
      ArrowDown: (at + 1) % commands.length,
      ArrowUp: (at - 1 + commands.length) % commands.length,
      PageDown: Math.min(at + 8, commands.length - 1),
      PageUp: Math.max(at - 8, 0),
    }
    if (event.key in to && commands.length > 0) {
      event.preventDefault()
      setChosen(commands[to[event.key]!]!.id)
    } else if (event.key === 'Enter' && active) {
      event.preventDefault()
      choose(active, event.ctrlKey || event.metaKey)
    }
  }
  let index = -1
  return (
    <Modal
      opened
      onClose={onClose}
      withCloseButton={false}
      size={620}
      yOffset="12vh"
      padding={0}
      aria-label={m.label}
      classNames={{ content: css.content, body: css.body }}
    >
      <div className={css.field}>
        <IconSearch size={18} aria-hidden />
        <input
          data-autofocus
          className={css.input}
          role="combobox"
          aria-label={m.label}
          aria-expanded
          aria-controls={`${id}-list`}
          aria-activedescendant={activeId}
          aria-autocomplete="list"
          placeholder={m.hint}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onChange={(event) => {
            setTyped(event.currentTarget.value)
            setChosen(undefined)
          }}
          onKeyDown={onKeyDown}
        />
        <Key>Esc</Key>
      </div>
      <div
        ref={list}
        id={`${id}-list`}
        className={css.list}
        role="listbox"
        aria-label={m.list}
        data-busy={isSearching || undefined}
      >
        {groups.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: a group of options, which no element of its own stands for.
          <div key={group.key} role="group" aria-labelledby={`${id}-${group.key}`}>
            <p id={`${id}-${group.key}`} className={css.group}>
              {group.label}
            </p>
            {group.commands.map((command) => {
              index++
              const place = index
              return (
                // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard acts through the field.
                // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the active option.
                <div
                  key={command.id}
                  id={`${id}-${place}`}
                  className={css.command}
                  role="option"
                  aria-selected={place === at}
                  onMouseMove={() => place !== at && setChosen(command.id)}
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={(event) => choose(command, event.ctrlKey || event.metaKey)}
                >
                  {command.icon}
                  <span className={css.label}>{command.label}</span>
                  {command.detail && <span className={css.detail}>{command.detail}</span>}
                  {command.keys && (
                    <span className={css.keys}>
                      {command.keys.map((key) => (
                        <Key key={key}>{key}</Key>
                      ))}
                    </span>
                  )}
                </div>
              )
            })}
          </div>
        ))}
        {commands.length === 0 && (
          <p className={css.none}>{failed ? m.failed : isSearching ? m.searching : m.nothing({ text })}</p>
        )}
      </div>
      <p className="od-hidden" role="status">
        {text && !isSearching ? m.found({ count: commands.length }) : ''}
      </p>
      <footer className={css.foot} aria-hidden>
        <span>
          <Key>↑</Key> <Key>↓</Key> {m.choose}
        </span>
        <span>
          <Key>Enter</Key> {m.open}
        </span>
        <span>
          <Key>Esc</Key> {m.close}
        </span>
      </footer>
    </Modal>
  )
}
