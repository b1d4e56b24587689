'use client'

import type { ComponentProps } from 'react'
import { goShallow } from '@/lib/client/list-url'

/**
 * A real link to another state of the same page: followed without a round trip, opened in a tab like any other. While
 * `inert` it keeps the focus but leads nowhere.
 */
export function ShallowLink({ href, inert, ...props }: ComponentProps<'a'> & { href: string }) {
  return (
    <a
      {...props}
      href={href}
      aria-disabled={inert || undefined}
      onClick={(event) => {
        if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
        event.preventDefault()
        if (!inert) goShallow(href)
      }}
    />
  )
}
