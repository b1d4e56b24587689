'use client'

import { IconMapQuestion } from '@tabler/icons-react'
import { MessagePage } from '@/components/ui/message-page'
import { PageTitle } from '@/components/ui/page-title'
import { useMessages } from '@/lib/client/messages/use-messages'

/** An address that means nothing. */
export function NothingHere() {
  const t = useMessages()
  return (
    <main>
      <PageTitle parts={[t.failed.notFound]} />
      <h1 className="od-hidden">{t.failed.notFound}</h1>
      <MessagePage
        icon={<IconMapQuestion size={32} stroke={1.5} />}
        title={t.failed.notFound}
        text={t.failed.notFoundText}
      >
        <a className="od-link" href="/">
          {t.failed.home}
        </a>
      </MessagePage>
    </main>
  )
}
