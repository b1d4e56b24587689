'use client'

import { Modal, Switch } from '@mantine/core'
import { Fragment, useState } from 'react'
import { Key } from '@/components/ui/key'
import { useMessages } from '@/lib/client/messages/use-messages'
import { useSavePreferences } from '@/lib/client/save-preferences'
import {
  type Shortcut,
  type ShortcutGroup,
  setShortcutsEnabled,
  useActiveShortcuts,
  useShortcutsEnabled,
} from '@/lib/client/shortcuts'
import css from './shortcut-sheet.module.css'

const order: ShortcutGroup[] = ['list', 'order', 'general']
const signs: Record<string, string> = { ArrowDown: '↓', ArrowUp: '↑', Escape: 'Esc' }

function Keys({ keys }: { keys: readonly string[] }) {
  const t = useMessages()
  return (
    <span className={css.keys}>
      {keys.map((key, i) => (
        <Fragment key={key}>
          {i > 0 && <span className={css.then}>{t.shortcuts.followedBy}</span>}
          <Key>{signs[key] ?? key}</Key>
          <span className="od-hidden">{key}</span>
        </Fragment>
      ))}
    </span>
  )
}

/** What the keyboard does on this page, and the switch that turns single keys off. */
export function ShortcutSheet({ onClose }: { onClose: () => void }) {
  const t = useMessages()
  // What was there when the sheet opened: the sheet itself must not change its own list.
  const [shortcuts] = useState<readonly Shortcut[]>(useActiveShortcuts())
  const enabled = useShortcutsEnabled()
  const remember = useSavePreferences()
  return (
    <Modal
      opened
      onClose={onClose}
      title={t.shortcuts.title}
      size={520}
      closeButtonProps={{ 'aria-label': t.app.close }}
    >
      {order.map((group) => {
        const mine = shortcuts.filter((shortcut) => shortcut.group === group && !shortcut.hidden)
        return mine.length === 0 ? null : (
          <section key={group} className={css.group}>
            <h3 className={css.title}>{t.shortcuts.groups[group]}</h3>
            <dl>
              {mine.map(({ keys, label }) => (
                <div key={keys.join()} className={css.row}>
                  <dt>{label}</dt>
                  <dd>
                    <Keys keys={keys} />
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        )
      })}
      <Switch
        className={css.switch}
        checked={enabled}
        onChange={(event) => {
          const { checked } = event.currentTarget
          setShortcutsEnabled(checked)
          remember({ shortcuts: checked })
        }}
        label={t.shortcuts.enabled}
        description={t.shortcuts.enabledHint}
      />
    </Modal>
  )
}
