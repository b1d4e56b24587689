'use client'

import { Button } from '@mantine/core'
import { IconCloudOff, IconLock, IconZoomExclamation } from '@tabler/icons-react'
import { ApiError } from '@/lib/client/api'
import type { Messages } from '@/lib/client/messages/en'
import { useMessages } from '@/lib/client/messages/use-messages'
import { refusalText } from '@/lib/client/refusals'
import { CopyLine } from './copy-line'
import { MessagePage } from './message-page'

/** One sentence for whatever the API refused or could not do, in the reader's language as far as its codes say it. */
export function explain(error: unknown, t: Messages): string {
  if (!(error instanceof ApiError)) {
    if (error instanceof Error && error.cause instanceof ApiError) return explain(error.cause, t)
    return error instanceof Error ? error.message : String(error)
  }
  if (error.status === 0) return t.failed.unreachable
  if (error.status === 429) return t.failed.wait({ seconds: error.retryAfter ?? 60 })
  if (error.status === 503) return t.failed.busy
  return refusalText(error.body, t)
}

export const requestIdOf = (error: unknown) => (error instanceof ApiError ? error.requestId : null)
export const statusOf = (error: unknown) => (error instanceof ApiError ? error.status : undefined)

type Props = {
  title: string
  error: unknown
  onRetry?: () => void
  /** Where something else than trying again helps. */
  retryLabel?: string
}

/** What could not be shown, why, the number to quote, and another try. */
export function Failure({ title, error, onRetry, retryLabel }: Props) {
  const t = useMessages()
  const status = statusOf(error)
  const Icon = status === 403 ? IconLock : status === 400 || status === 404 ? IconZoomExclamation : IconCloudOff
  const requestId = requestIdOf(error)
  return (
    <MessagePage alert icon={<Icon size={32} stroke={1.5} />} title={title} text={explain(error, t)}>
      <div style={{ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: 16 }}>
        {onRetry && (
          <Button variant="default" onClick={onRetry}>
            {retryLabel ?? t.app.retry}
          </Button>
        )}
        {requestId && (
          <span style={{ color: 'var(--od-dim)', fontSize: 13 }}>
            <CopyLine label={t.app.requestId} value={requestId} />
          </span>
        )}
      </div>
    </MessagePage>
  )
}
