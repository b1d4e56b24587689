'use client'

import { IconPhoto } from '@tabler/icons-react'
import { thumbnailAddress } from '@/lib/client/attachments'
import type { ProductImage } from '@/lib/client/products'
import css from './thumbnail.module.css'

/** A product's first image in a square that is there before the image is. Its name stands beside it. */
export function Thumbnail({ image, size = 32 }: { image: ProductImage | undefined; size?: number }) {
  return (
    <span className={css.frame} style={{ width: size, height: size }}>
      {image ? (
        <img src={thumbnailAddress(image.url, 96)} alt="" width={size} height={size} loading="lazy" decoding="async" />
      ) : (
        <IconPhoto size={Math.round(size / 2)} stroke={1.5} aria-hidden />
      )}
    </span>
  )
}
