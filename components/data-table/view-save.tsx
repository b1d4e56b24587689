'use client'

import { Button } from '@mantine/core'
import { useState } from 'react'
import type { ListUrl } from '@/lib/client/list-url'
import type { SavedView } from '@/lib/client/views'
import { type Saving, useViewActs } from './view-acts'

type Props = { saving: Saving; view: SavedView; list: ListUrl; label: string }

/** Keeps the list as it stands in the view that is open. */
export function SaveButton({ saving, view, list, label }: Props) {
  const acts = useViewActs(saving, list)
  const [busy, setBusy] = useState(false)
  return (
    <Button
      size="compact-sm"
      variant="light"
      loading={busy}
      onClick={async () => {
        setBusy(true)
        await acts.save(view)
        setBusy(false)
      }}
    >
      {label}
    </Button>
  )
}
