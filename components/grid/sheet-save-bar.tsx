'use client'

import { Button, Progress } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { SaveBar } from '@/components/ui/save-bar'
import { formatNumber } from '@/lib/client/format'
import { useGridMessages } from '@/lib/client/messages/areas/grid'
import { useLanguage } from '@/lib/client/messages/use-messages'
import { showToast } from '@/lib/client/toasts'
import type { GridStore } from './grid-store'
import { focusActive } from './keys'
import css from './sheet-save-bar.module.css'
import { useGrid } from './use-grid'

/** How far a save is, in rows. */
export type Saving = { done: number; total: number; stop: () => void }

type Props = { store: GridStore; saving: Saving | undefined; onSave: () => void }

/**
 * What differs from the server, and the two ways to end that; there only while there is something. The buttons stand
 * at the left, because messages appear at the right.
 */
export function SheetSaveBar({ store, saving, onSave }: Props) {
  const m = useGridMessages()
  const { locale, messages: t } = useLanguage()
  const { cells, added, removed, problems, dirty } = useGrid(store, ({ summary }) => summary)
  if (!dirty && !saving) return null
  const parts = [
    cells > 0 ? m.save.changes({ count: cells, text: formatNumber(locale, cells) }) : '',
    added > 0 ? m.save.added({ count: added, text: formatNumber(locale, added) }) : '',
    removed > 0 ? m.save.removed({ count: removed, text: formatNumber(locale, removed) }) : '',
  ].filter(Boolean)
  return (
    <SaveBar label={t.app.save}>
      {saving ? (
        <>
          <Progress
            className={css.progress}
            value={(saving.done / Math.max(1, saving.total)) * 100}
            aria-label={t.app.save}
          />
          <span className="od-muted od-number">
            {m.save.progress({ done: formatNumber(locale, saving.done), total: formatNumber(locale, saving.total) })}
          </span>
          <Button variant="default" onClick={saving.stop}>
            {m.save.stop}
          </Button>
        </>
      ) : (
        <>
          <Button title="Ctrl/⌘ S" onClick={onSave}>
            {t.app.save}
          </Button>
          <Button
            variant="default"
            onClick={() => {
              store.sheet.discard()
              showToast({ kind: 'done', title: m.save.discarded, undo: () => store.undo() })
            }}
          >
            {m.save.discard}
          </Button>
        </>
      )}
      <span className={`od-number ${css.what}`} role="status">
        {parts.join(' · ')}
      </span>
      {problems > 0 && (
        <Button
          variant="subtle"
          color="red"
          size="compact-sm"
          leftSection={<IconAlertTriangle size={15} />}
          title={m.save.next}
          onClick={() => {
            const next = store.nextProblem()
            if (!next) return
            store.select(next)
            focusActive(store)
          }}
        >
          {m.save.problems({ count: problems, text: formatNumber(locale, problems) })}
        </Button>
      )}
    </SaveBar>
  )
}
