'use client'

import { Button } from '@mantine/core'
import { IconReplace } from '@tabler/icons-react'
import { useQueryClient } from '@tanstack/react-query'
import { useId, useRef } from 'react'
import layout from '@/components/ui/form.module.css'
import { type Attachment, isPicture } from '@/lib/client/attachments'
import { useMediaMessages } from '@/lib/client/messages/areas/media'
import { showToast } from '@/lib/client/toasts'
import { usualLimits } from '@/lib/client/upload-rules'
import { uploads as queue, useUploads } from '@/lib/client/uploads'
import css from './media-drawer.module.css'
import { useUploadText } from './upload-text'
import { useNameOf } from './use-name-of'

/** Puts another content in the place of a file's; it keeps its id and its places. */
export function ReplaceFile({ orgId, file }: { orgId: string; file: Attachment }) {
  const m = useMediaMessages()
  const nameOf = useNameOf()
  const text = useUploadText()
  const group = useId()
  const input = useRef<HTMLInputElement>(null)
  const queryClient = useQueryClient()
  const latest = useUploads().uploads.findLast((upload) => upload.group === group)
  const running = latest && ['waiting', 'sending', 'finishing'].includes(latest.state)
  const picturesOnly = file.usageCount > 0
  const replace = (chosen: File[]) =>
    void queue.add(chosen, {
      orgId,
      group,
      picturesOnly,
      replaces: { id: file.id, type: file.type },
      onDone(attachment) {
        showToast({ kind: 'done', title: m.replaced({ name: nameOf(attachment) }) })
        // Products and orders show its picture too, each under a query of its own.
        void queryClient.invalidateQueries()
      },
    })
  return (
    <section className={css.section}>
      <h3>{m.replace}</h3>
      <p className="od-muted">{m.replaceHint}</p>
      <Button
        variant="default"
        leftSection={<IconReplace size={16} />}
        loading={running}
        onClick={() => input.current?.click()}
      >
        {m.replace}
      </Button>
      <p role="status" className={latest && (latest.state === 'failed' || latest.refusal) ? layout.error : 'od-muted'}>
        {latest && latest.state !== 'done' && latest.state !== 'canceled' ? text(latest) : ''}
      </p>
      <input
        ref={input}
        type="file"
        hidden
        accept={usualLimits.types.filter((type) => !picturesOnly || isPicture({ type })).join(',')}
        aria-label={m.replace}
        onChange={(event) => {
          replace([...(event.currentTarget.files ?? [])])
          event.currentTarget.value = ''
        }}
      />
    </section>
  )
}
