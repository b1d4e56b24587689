'use client'

import dynamic from 'next/dynamic'
import { useState } from 'react'
import { useCurrentOrganization } from './current-organization'
import { OrganizationButton } from './organization-button'

const load = () => import('./organization-list').then((module) => module.OrganizationList)
const OrganizationList = dynamic(load, { ssr: false, loading: () => <Button expanded /> })

function Button({ expanded, onOpen }: { expanded?: boolean; onOpen?: () => void }) {
  const { organization } = useCurrentOrganization()
  return (
    <OrganizationButton
      name={organization?.name}
      aria-expanded={expanded ?? false}
      onPointerEnter={load}
      onFocus={load}
      onClick={onOpen}
    />
  )
}

/** Changes whose desk it is. The list is loaded when somebody reaches for it. */
export function OrganizationSwitcher({ onLeave }: { onLeave?: () => void }) {
  const [asked, setAsked] = useState(false)
  return asked ? <OrganizationList onLeave={onLeave} /> : <Button onOpen={() => setAsked(true)} />
}
