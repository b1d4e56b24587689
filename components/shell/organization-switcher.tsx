'use client'

import { Combobox, useCombobox } from '@mantine/core'
import { IconCheck, IconSelector } from '@tabler/icons-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { useMessages } from '@/lib/client/messages/use-messages'
import { useCurrentOrganization } from './current-organization'
import switcher from './organization-switcher.module.css'
import css from './shell.module.css'

/** From how many organizations on the list can be searched. */
const searchFrom = 8

/** Changes whose desk it is; the page stays the same kind of page. */
export function OrganizationSwitcher({ onLeave }: { onLeave?: () => void }) {
  const t = useMessages()
  const router = useRouter()
  const [search, setSearch] = useState('')
  const { organizations, organization, me } = useCurrentOrganization()
  const searchable = organizations.length >= searchFrom
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption()
      setSearch('')
    },
    onDropdownOpen: () => (searchable ? combobox.focusSearchInput() : combobox.selectActiveOption()),
  })
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
        router.push(`/orgs/${id}/orders`)
      }}
    >
      <Combobox.Target targetType="button" withAriaAttributes>
        <button
          type="button"
          className={css.picker}
          aria-label={`${t.shell.switchOrganization}: ${organization?.name ?? ''}`}
          onClick={() => combobox.toggleDropdown()}
        >
          {organization ? (
            <span className={css.pickerName}>{organization.name}</span>
          ) : (
            <span className={css.pickerName}>
              <span className="od-skeleton" style={{ width: '60%' }} />
            </span>
          )}
          <IconSelector size={16} className={css.pickerIcon} aria-hidden />
        </button>
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
