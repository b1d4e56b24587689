'use client'

import { Button, Modal } from '@mantine/core'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { BlockedButton } from '@/components/orders/blocked-button'
import { ActDialog } from '@/components/ui/act-dialog'
import { Notice } from '@/components/ui/notice'
import { getJson, type ListAnswer } from '@/lib/client/api'
import { formatNumber } from '@/lib/client/format'
import {
  batchFilter,
  type Change,
  historyPath,
  isRevert,
  type LeftOver,
  revertPath,
  takeBackBatch,
} from '@/lib/client/history'
import { listKey } from '@/lib/client/lists'
import { useHistoryMessages } from '@/lib/client/messages/areas/history'
import { useLanguage } from '@/lib/client/messages/use-messages'
import { showToast } from '@/lib/client/toasts'
import css from './history-page.module.css'

type Props = { orgId?: string; batchId: string }

/** Takes back the batch that the list is about, or says why that cannot be. */
export function BatchRevert({ orgId, batchId }: Props) {
  const { locale, messages: t } = useLanguage()
  const m = useHistoryMessages()
  const queryClient = useQueryClient()
  const [asking, setAsking] = useState(false)
  const [left, setLeft] = useState<LeftOver[]>()
  const path = historyPath(orgId)
  const { data } = useQuery({
    queryKey: [...listKey(path), 'batch', batchId],
    queryFn: ({ signal }) => {
      const query = new URLSearchParams({ $top: '1', $filter: `${batchFilter(batchId)} and entity ne 'orderNote'` })
      return getJson<ListAnswer<Change>>(`${path}?${query}`, signal)
    },
  })
  const first = data?.value[0]
  if (!data || !first) return null
  const target = revertPath(orgId, first)
  const reason = isRevert(first) ? m.batchReverts : target ? undefined : m.batchNot
  if (reason || !target) {
    return (
      <BlockedButton variant="default" reason={reason ?? m.batchNot}>
        {m.batchTitle}
      </BlockedButton>
    )
  }
  return (
    <>
      <Button variant="default" leftSection={<IconArrowBackUp size={16} />} onClick={() => setAsking(true)}>
        {m.batchTitle}
      </Button>
      {asking && (
        <ActDialog
          title={m.batchTitle}
          confirm={m.revert}
          onClose={() => setAsking(false)}
          onConfirm={async () => {
            const result = await takeBackBatch(target, t)
            await queryClient.invalidateQueries()
            const title =
              result.left.length === 0
                ? m.batchDone({ moved: result.done })
                : m.batchSome({ moved: result.done, not: result.left.length })
            showToast({ kind: result.done > 0 ? 'done' : 'failed', title })
            if (result.left.length > 0) setLeft(result.left)
          }}
        >
          <Notice kind="plain">
            {m.batchText({ count: formatNumber(locale, data.total), one: data.total === 1 })}
          </Notice>
        </ActDialog>
      )}
      {left && (
        <Modal
          opened
          onClose={() => setLeft(undefined)}
          title={m.batchLeft}
          closeButtonProps={{ 'aria-label': m.understood }}
        >
          <ul className={css.left}>
            {left.map(({ id, name, reason: why }) => (
              <li key={id}>
                <strong className="od-number">{name}</strong> {why}
              </li>
            ))}
          </ul>
        </Modal>
      )}
    </>
  )
}
