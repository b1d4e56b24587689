'use client'

import { IconGripVertical, IconPhotoOff, IconX } from '@tabler/icons-react'
import type { ComponentProps } from 'react'
import { type Attachment, thumbnailAddress } from '@/lib/client/attachments'
import { useMediaMessages } from '@/lib/client/messages/areas/media'
import css from './image-picker.module.css'

/** A picture, small; its own size is said so that nothing moves when it arrives. */
export const Picture = ({ image, alt = '' }: { image: Attachment; alt?: string }) => (
  <img
    src={thumbnailAddress(image.url, 320)}
    alt={alt}
    width={image.width ?? undefined}
    height={image.height ?? undefined}
    loading="lazy"
    decoding="async"
    draggable={false}
  />
)

type Props = {
  /** Undefined while it is being asked for. */
  image: Attachment | undefined
  /** It was asked for and is not there. */
  missing: boolean
  index: number
  /** Where it is shown, while something is held; from 0. */
  place: number
  count: number
  held?: 'keys' | 'pointer'
  /** Id of the words that say which keys work. */
  hint: string
  /** What makes it sortable; without it the tile is only to be looked at. */
  handle?: ComponentProps<'button'>
  onRemove: () => void
}

/** One image of a product. */
export function ImageTile({ image, missing, index, place, count, held, hint, handle, onRemove }: Props) {
  const m = useMediaMessages()
  const at = index + 1
  const label = [m.imageOf({ at, count }), index === 0 && m.primary, image?.name].filter(Boolean).join(', ')
  const content = missing ? (
    <span className={css.missing}>
      <IconPhotoOff size={20} stroke={1.5} aria-hidden />
      {m.missing}
    </span>
  ) : image ? (
    <Picture image={image} alt={handle ? '' : label} />
  ) : (
    <span className={`${css.waiting} od-skeleton`} />
  )
  return (
    <li className={css.tile} style={{ order: place }} data-tile data-held={held}>
      {handle ? (
        <button
          {...handle}
          type="button"
          className={css.handle}
          aria-label={label}
          aria-roledescription={m.sortable}
          aria-describedby={hint}
        >
          {content}
          <span className={css.grip} data-grip aria-hidden>
            <IconGripVertical size={15} />
          </span>
        </button>
      ) : (
        content
      )}
      {place === 0 && <span className={css.badge}>{m.primary}</span>}
      {handle && (
        <button
          type="button"
          className={css.remove}
          tabIndex={handle.tabIndex}
          aria-label={m.removeImage({ at })}
          title={m.removeImage({ at })}
          onClick={onRemove}
        >
          <IconX size={14} />
        </button>
      )}
    </li>
  )
}
