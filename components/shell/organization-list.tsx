'use client'

import { Combobox, useCombobox } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { useEffect, useEffectEvent, useState } from 'react'
import { useGo } from '@/lib/client/editing/use-unsaved'
import { useMessages } from '@/lib/client/messages/use-messages'
import { useCurrentOrganization } from './current-organization'
import { OrganizationButton } from './organization-button'
import switcher from './organization-list.module.css'

/** From how many organizations on the list can be searched. */
const searchFrom = 8

/** The organization's button with the list of all: choosing one changes whose desk it is. */
export function OrganizationList({ onLeave }: { onLeave?: () => void }) {
  const t = useMessages()
  const go = useGo()
  const [search, setSearch] = useState('')
  const { organizations, organization, me } = useCurrentOrganization()
  const searchable = organizations.length >= searchFrom
  const [opened, setOpened] = useState(true)
  const combobox = useCombobox({
    opened,
    onOpenedChange: setOpened,
    onDropdownClose: () => {
      combobox.resetSelectedOption()
      setSearch('')
    },
    onDropdownOpen: () => start(),
  })
  const start = () => {
    if (searchable) combobox.focusSearchInput()
    else combobox.selectActiveOption()
  }
  // Opened by the click that loaded it: the focus goes on from the button that was here before.
  const take = useEffectEvent(() => {
    combobox.focusTarget()
    start()
  })
  useEffect(() => {
    const frame = requestAnimationFrame(() => take())
    return () => cancelAnimationFrame(frame)
  }, [])
  const words = search.trim().toLowerCase()
  const found = organizations.filter(({ name, slug }) => `${name} ${slug}`.toLowerCase().includes(words))
  const roleIn = (id: string) => {
    const role = me?.organizations.find((membership) => membership.id === id)?.role
    return role ? (t.roles[role] ?? role) : t.shell.systemAdmin
  }
  return (
    <Combobox
      store={combobox}
      withinPortal
      width={260}
      position="bottom-start"
      onOptionSubmit={(id) => {
        combobox.closeDropdown()
        onLeave?.()
        go(`/orgs/${id}/orders`)
      }}
    >
      <Combobox.Target targetType="button" withAriaAttributes>
        <OrganizationButton name={organization?.name} onClick={() => combobox.toggleDropdown()} />
      </Combobox.Target>
      <Combobox.Dropdown className={switcher.dropdown}>
        {searchable && (
          <Combobox.Search
            value={search}
            onChange={(event) => {
              setSearch(event.currentTarget.value)
              combobox.updateSelectedOptionIndex()
            }}
            placeholder={t.shell.findOrganization}
            aria-label={t.shell.findOrganization}
          />
        )}
        <Combobox.Options aria-label={t.shell.organizations} className={switcher.options}>
          {found.map(({ id, name }) => (
            <Combobox.Option value={id} key={id} active={id === organization?.id} className={switcher.option}>
              <span className={switcher.name}>{name}</span>
              <span className={switcher.role}>{roleIn(id)}</span>
              {id === organization?.id && <IconCheck size={15} aria-hidden />}
            </Combobox.Option>
          ))}
          {found.length === 0 && <Combobox.Empty>{t.shell.noOrganization}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}
