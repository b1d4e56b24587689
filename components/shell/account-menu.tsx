'use client'

import { useQuery } from '@tanstack/react-query'
import dynamic from 'next/dynamic'
import { useState } from 'react'
import { meQuery } from '@/lib/client/me'
import { AccountButton } from './account-button'

const load = () => import('./account-menu-opened').then((module) => module.AccountMenuOpened)
const AccountMenuOpened = dynamic(load, { ssr: false, loading: () => <Button expanded /> })

function Button({ expanded, onOpen }: { expanded?: boolean; onOpen?: () => void }) {
  const { data: me } = useQuery(meQuery())
  return (
    <AccountButton me={me} aria-expanded={expanded ?? false} onPointerEnter={load} onFocus={load} onClick={onOpen} />
  )
}

/** The account's button. Its panel is loaded when somebody reaches for it: no list waits for it. */
export function AccountMenu() {
  const [asked, setAsked] = useState(false)
  return asked ? <AccountMenuOpened /> : <Button onOpen={() => setAsked(true)} />
}
