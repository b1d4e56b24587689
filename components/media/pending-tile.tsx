'use client'

import { IconRefresh, IconX } from '@tabler/icons-react'
import { useMediaMessages } from '@/lib/client/messages/areas/media'
import { uploads as queue, type Upload } from '@/lib/client/uploads'
import css from './image-picker.module.css'
import { useUploadText } from './upload-text'

/** An image that is on its way to where it will stand. */
export function PendingTile({ upload }: { upload: Upload }) {
  const m = useMediaMessages()
  const text = useUploadText()(upload)
  const { id, name, state, sent, size, preview } = upload
  const percent = Math.floor((sent / size) * 100)
  return (
    <li className={css.tile} style={{ order: 1000 }} data-pending={state}>
      {preview && <img src={preview} alt={name} decoding="async" draggable={false} />}
      {state === 'failed' ? (
        <span className={css.failed} role="alert">
          <span className={css.failedText} title={text}>
            {text}
          </span>
          <button type="button" className={css.again} onClick={() => queue.retry(id)}>
            <IconRefresh size={14} aria-hidden />
            <span className="od-hidden">{m.retryFile({ name })}</span>
          </button>
        </span>
      ) : (
        <span
          className={css.progress}
          role="progressbar"
          aria-label={name}
          aria-valuemin={0}
          aria-valuemax={100}
          aria-valuenow={percent}
        >
          <span style={{ width: `${percent}%` }} />
        </span>
      )}
      <button
        type="button"
        className={css.remove}
        aria-label={m.cancelFile({ name })}
        title={m.cancelFile({ name })}
        onClick={() => queue.remove(id)}
      >
        <IconX size={14} />
      </button>
    </li>
  )
}
