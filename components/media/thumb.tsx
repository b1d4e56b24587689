'use client'

import { IconFileTypePdf } from '@tabler/icons-react'
import { type Attachment, isPicture, thumbnailAddress } from '@/lib/client/attachments'

/** What a file looks like, small. */
export const Thumb = ({ file, width }: { file: Attachment; width: 96 | 320 }) =>
  isPicture(file) ? (
    <img
      src={thumbnailAddress(file.url, width)}
      alt=""
      width={file.width ?? undefined}
      height={file.height ?? undefined}
      loading="lazy"
      decoding="async"
      draggable={false}
    />
  ) : (
    <IconFileTypePdf size={width === 96 ? 22 : 44} stroke={1.3} aria-hidden />
  )
