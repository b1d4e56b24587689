'use client'

import { Button } from '@mantine/core'
import { IconMoodSad } from '@tabler/icons-react'
import { CopyLine } from '@/components/ui/copy-line'
import { MessagePage } from '@/components/ui/message-page'
import { PageTitle } from '@/components/ui/page-title'
import { useMessages } from '@/lib/client/messages/use-messages'

/** A page that failed in itself: what it means, another try, and the number that finds it in the log. */
export function BrokenPage({ digest, onRetry }: { digest: string | undefined; onRetry: () => void }) {
  const t = useMessages()
  return (
    <>
      <PageTitle parts={[t.failed.page]} />
      <MessagePage alert icon={<IconMoodSad size={32} stroke={1.5} />} title={t.failed.page} text={t.failed.pageText}>
        <Button variant="default" onClick={onRetry}>
          {t.app.retry}
        </Button>
        {digest && (
          <p style={{ marginTop: 12, color: 'var(--od-dim)', fontSize: 13 }}>
            <CopyLine value={digest} />
          </p>
        )}
      </MessagePage>
    </>
  )
}
