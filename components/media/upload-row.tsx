'use client'

import { ActionIcon } from '@mantine/core'
import { IconAlertTriangle, IconCircleCheck, IconFile, IconRefresh, IconX } from '@tabler/icons-react'
import { memo } from 'react'
import { useMediaMessages } from '@/lib/client/messages/areas/media'
import { uploads as queue, type Upload } from '@/lib/client/uploads'
import { useUploadText } from './upload-text'
import css from './uploads.module.css'

/** One file in the queue: what it is, how far it is, and what can be done about it. */
export const UploadRow = memo(function UploadRow({ upload }: { upload: Upload }) {
  const m = useMediaMessages()
  const text = useUploadText()(upload)
  const { id, name, state, size, sent, preview } = upload
  const open = state === 'waiting' || state === 'sending' || state === 'finishing'
  const wrong = state === 'failed' || state === 'refused'
  return (
    <li className={css.row} data-state={state}>
      <span className={css.thumb}>
        {preview ? (
          <img src={preview} alt="" width={36} height={36} loading="lazy" decoding="async" />
        ) : (
          <IconFile size={20} stroke={1.6} aria-hidden />
        )}
      </span>
      <span className={css.name} title={name}>
        {name}
      </span>
      <span className={`${css.text} od-number`} role={wrong ? 'alert' : undefined}>
        {wrong && <IconAlertTriangle size={14} aria-hidden />}
        {state === 'done' && <IconCircleCheck size={14} aria-hidden />}
        {text}
      </span>
      <span className={css.acts}>
        {(state === 'failed' || state === 'canceled') && (
          <ActionIcon size={28} aria-label={m.retryFile({ name })} onClick={() => queue.retry(id)}>
            <IconRefresh size={16} />
          </ActionIcon>
        )}
        {state !== 'done' && (
          <ActionIcon
            size={28}
            aria-label={open ? m.cancelFile({ name }) : m.removeFile({ name })}
            onClick={() => (open ? queue.cancel(id) : queue.remove(id))}
          >
            <IconX size={16} />
          </ActionIcon>
        )}
      </span>
      {(state === 'sending' || state === 'finishing') && (
        <span
          className={css.bar}
          role="progressbar"
          aria-label={name}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={Math.floor((sent / size) * 100)}
        >
          <span style={{ width: `${(sent / size) * 100}%` }} />
        </span>
      )}
    </li>
  )
})
