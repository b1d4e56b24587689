'use client'

import { useEffect } from 'react'
import { leaveForSignIn } from '@/lib/client/session'

/** Nobody is signed in: goes to the sign-in page, which leads back to this address. */
export function LeaveForSignIn() {
  useEffect(() => leaveForSignIn(), [])
  return <title>Orderdesk</title>
}
