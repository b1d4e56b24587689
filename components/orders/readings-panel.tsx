'use client'

import { ActionIcon } from '@mantine/core'
import { IconTerminal2 } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Failure } from '@/components/ui/failure'
import { Section } from '@/components/ui/section'
import { copyText } from '@/lib/client/clipboard'
import { useOrderPartMessages } from '@/lib/client/messages/areas/order-parts'
import { readingsQuery } from '@/lib/client/order-parts'
import { showToast } from '@/lib/client/toasts'
import css from './parts.module.css'

const vocabularies = 4

/** The order's word in every vocabulary, each with the call that reads it there. */
export function ReadingsPanel({ orgId, orderId }: { orgId: string; orderId: string }) {
  const m = useOrderPartMessages()
  const { data, error, refetch } = useQuery(readingsQuery(orgId, orderId))
  return (
    <Section title={m.readings}>
      {error && !data ? (
        <Failure title={m.readingsFailed} error={error} onRetry={() => refetch()} />
      ) : (
        <ul className={css.readings}>
          {data
            ? data.value.map(({ surface, name, id, status, call }) => (
                <li key={surface} data-surface={surface}>
                  <span className={css.surface}>{name}</span>
                  <span className={css.word}>
                    {status}
                    <span className={css.id}>{id}</span>
                  </span>
                  <ActionIcon
                    size={28}
                    aria-label={m.copyCall({ name })}
                    title={m.copyCall({ name })}
                    onClick={async () => {
                      if (await copyText(call)) showToast({ kind: 'done', title: m.callCopied({ name }) })
                    }}
                  >
                    <IconTerminal2 size={16} stroke={1.8} />
                  </ActionIcon>
                </li>
              ))
            : Array.from({ length: vocabularies }, (_, i) => (
                <li key={i} aria-hidden="true">
                  <span className="od-skeleton" style={{ width: '70%' }} />
                  <span className="od-skeleton" style={{ width: '50%' }} />
                </li>
              ))}
        </ul>
      )}
    </Section>
  )
}
