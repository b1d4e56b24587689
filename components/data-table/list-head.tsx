'use client'

import { ActionIcon } from '@mantine/core'
import {
  IconApi,
  IconBaselineDensityMedium,
  IconBaselineDensitySmall,
  IconColumns3,
  IconDownload,
  IconRefresh,
} from '@tabler/icons-react'
import type { ColumnDef } from '@tanstack/react-table'
import dynamic from 'next/dynamic'
import { type ReactNode, useState } from 'react'
import { PageHead } from '@/components/ui/page'
import { copyText } from '@/lib/client/clipboard'
import { toCurl } from '@/lib/client/curl'
import type { Density } from '@/lib/client/list-state'
import { useListMessages } from '@/lib/client/messages/areas/list'
import { useMessages } from '@/lib/client/messages/use-messages'
import { showToast } from '@/lib/client/toasts'
import type { Arranged } from './arrange'
import type { ColumnChooser as ColumnChooserOf } from './column-chooser'
import type { Features } from './columns'
import css from './resource-list.module.css'

// The component is generic, which dynamic() forgets.
const ColumnChooser = dynamic(() => import('./column-chooser').then(({ ColumnChooser }) => ColumnChooser), {
  ssr: false,
}) as unknown as typeof ColumnChooserOf

type Props<Row extends object> = {
  title: string
  /** Buttons of the list's own. */
  children?: ReactNode
  columns: readonly ColumnDef<Features, Row, unknown>[]
  arranged: Arranged<Row>
  cols: string
  columnOf?: (id: string) => ColumnDef<Features, Row, unknown> | undefined
  onColumns: (cols: string) => void
  density: Density
  onDensity: () => void
  /** Path and query of the API call that answers what is on screen. */
  call: string
  onRefresh: () => void
  onExport?: () => void
}

/** The title of a list, and at the right what changes how it looks. */
export function ListHead<Row extends object>(props: Props<Row>) {
  const { title, children, columns, arranged, cols, columnOf, onColumns, density, onDensity, call } = props
  const t = useMessages()
  const m = useListMessages()
  const [chooses, setChooses] = useState(false)
  return (
    <PageHead title={title}>
      {children}
      {props.onExport && (
        <ActionIcon aria-label={m.export} title={m.export} onClick={props.onExport}>
          <IconDownload size={18} stroke={1.8} />
        </ActionIcon>
      )}
      <span className={`${css.anchor} ${css.wide}`}>
        <ActionIcon
          aria-label={m.columns}
          title={m.columns}
          aria-haspopup="dialog"
          aria-expanded={chooses}
          onClick={() => setChooses(!chooses)}
        >
          <IconColumns3 size={18} stroke={1.8} />
        </ActionIcon>
        {chooses && (
          <ColumnChooser
            all={columns}
            arranged={arranged}
            cols={cols}
            columnOf={columnOf}
            onChange={onColumns}
            onClose={() => setChooses(false)}
          />
        )}
      </span>
      <ActionIcon
        className={css.wide}
        aria-label={`${t.list.density}: ${t.list[density]}`}
        title={`${t.list.density}: ${t.list[density]} (D)`}
        onClick={onDensity}
      >
        {density === 'compact' ? <IconBaselineDensitySmall size={18} /> : <IconBaselineDensityMedium size={18} />}
      </ActionIcon>
      <ActionIcon
        aria-label={t.list.copyApiCall}
        title={t.list.copyApiCall}
        onClick={async () => {
          if (await copyText(toCurl('GET', call))) showToast({ kind: 'done', title: t.list.copiedApiCall })
        }}
      >
        <IconApi size={18} stroke={1.8} />
      </ActionIcon>
      <ActionIcon aria-label={t.app.refresh} title={t.app.refresh} onClick={props.onRefresh}>
        <IconRefresh size={18} stroke={1.8} />
      </ActionIcon>
    </PageHead>
  )
}
