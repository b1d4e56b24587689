'use client'

import { Button, type ButtonProps, Tooltip } from '@mantine/core'
import { type ReactNode, useId } from 'react'

type Props = Pick<ButtonProps, 'variant' | 'size'> & { reason: string; children: ReactNode }

/** An act that is known but not possible now. It can be reached like any other, and says why on hover and focus. */
export function BlockedButton({ reason, children, ...look }: Props) {
  const id = useId()
  return (
    <>
      <Tooltip label={reason} multiline maw={320} events={{ hover: true, focus: true, touch: true }}>
        <Button {...look} data-disabled aria-disabled aria-describedby={id} onClick={(event) => event.preventDefault()}>
          {children}
        </Button>
      </Tooltip>
      <span id={id} hidden>
        {reason}
      </span>
    </>
  )
}
