'use client'

import { ActionIcon, Button } from '@mantine/core'
import { IconArrowBackUp, IconArrowForwardUp, IconArrowsDown, IconColumns3 } from '@tabler/icons-react'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { formatNumber } from '@/lib/client/format'
import { useGridMessages } from '@/lib/client/messages/areas/grid'
import { useLanguage } from '@/lib/client/messages/use-messages'
import type { GridStore } from './grid-store'
import css from './grid-tools.module.css'
import { heightOf, isSingle, widthOf } from './range'
import { useGrid } from './use-grid'

const ColumnDialog = dynamic(() => import('./column-dialog').then((module) => module.ColumnDialog), { ssr: false })

/** What can be done to cells without knowing the keys for it. */
export function GridTools({ store }: { store: GridStore }) {
  const m = useGridMessages()
  const { locale } = useLanguage()
  const canUndo = useGrid(store, ({ sheet }) => sheet.canUndo)
  const canRedo = useGrid(store, ({ sheet }) => sheet.canRedo)
  const range = useGrid(store, (grid) => grid.range)
  const readOnly = useGrid(store, ({ activeColumn }) => activeColumn.readOnly === true)
  const count = useGrid(store, ({ sheet }) => sheet.count)
  const [asking, setAsking] = useState(false)
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for forms.
    <div role="group" aria-label={m.tools.label} className={css.tools}>
      {!isSingle(range) && count > 0 && (
        <span className={css.size}>
          {m.selected({
            rows: heightOf(range),
            text: formatNumber(locale, heightOf(range)),
            columns: widthOf(range),
          })}
        </span>
      )}
      <ActionIcon aria-label={m.tools.undo} title={m.tools.undo} disabled={!canUndo} onClick={() => store.undo()}>
        <IconArrowBackUp size={18} />
      </ActionIcon>
      <ActionIcon aria-label={m.tools.redo} title={m.tools.redo} disabled={!canRedo} onClick={() => store.redo()}>
        <IconArrowForwardUp size={18} />
      </ActionIcon>
      <ActionIcon
        aria-label={m.tools.fillDown}
        title={m.tools.fillDown}
        disabled={readOnly || count === 0}
        onClick={() => store.fillDown()}
      >
        <IconArrowsDown size={18} />
      </ActionIcon>
      <Button
        variant="subtle"
        color="gray"
        leftSection={<IconColumns3 size={16} />}
        disabled={readOnly || count === 0}
        onClick={() => setAsking(true)}
      >
        {m.tools.column}
      </Button>
      {asking && <ColumnDialog store={store} onClose={() => setAsking(false)} />}
    </div>
  )
}
