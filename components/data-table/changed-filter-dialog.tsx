'use client'

import { Button, Modal } from '@mantine/core'
import { useFocusBack } from '@/components/ui/use-focus-back'
import { formatNumber } from '@/lib/client/format'
import { useListMessages } from '@/lib/client/messages/areas/list'
import { useLanguage } from '@/lib/client/messages/use-messages'

type Props = { count: number; onClear: () => void; onBack: () => void }

/** Asks what becomes of a selection over several pages when the list it was made from is no longer shown. */
export function ChangedFilterDialog({ count, onClear, onBack }: Props) {
  const { locale, messages: t } = useLanguage()
  const m = useListMessages()
  useFocusBack()
  return (
    <Modal opened onClose={onBack} title={m.filterChanged} size={440} closeButtonProps={{ 'aria-label': t.app.close }}>
      <p>{m.filterChangedText({ count: formatNumber(locale, count) })}</p>
      <div style={{ display: 'flex', flexWrap: 'wrap', justifyContent: 'flex-end', gap: 8, marginTop: 20 }}>
        <Button variant="default" onClick={onBack}>
          {m.goBack}
        </Button>
        <Button data-autofocus onClick={onClear}>
          {m.dropSelection}
        </Button>
      </div>
    </Modal>
  )
}
