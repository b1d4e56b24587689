'use client'

import { Menu, SegmentedControl, useMantineColorScheme } from '@mantine/core'
import { IconLogout } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { callApi } from '@/lib/client/api'
import { meQuery } from '@/lib/client/me'
import { type Locale, locales } from '@/lib/client/messages/locale'
import { useLanguage } from '@/lib/client/messages/use-messages'
import { signOut } from '@/lib/client/sign-in'
import { useMounted } from '@/lib/client/use-mounted'
import css from './shell.module.css'

const names: Record<Locale, string> = { en: 'English', ja: '日本語' }

/** Who is signed in, how the screens look to them, and the way out. */
export function AccountMenu() {
  const { locale, messages: t, choose } = useLanguage()
  const { data: me } = useQuery(meQuery())
  const queryClient = useQueryClient()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const mounted = useMounted()
  const [leaving, setLeaving] = useState(false)

  /** Kept with the account, so that the next browser looks the same; this one does not wait for it. */
  const remember = (preferences: Record<string, string>) => {
    callApi('PATCH', '/me/preferences', { body: preferences })
      .then(() => queryClient.invalidateQueries({ queryKey: ['me'] }))
      .catch(() => undefined)
  }

  return (
    <Menu position="top-start" width={260} withinPortal>
      <Menu.Target>
        <button type="button" className={css.account} aria-label={`${t.shell.account}: ${me?.name ?? ''}`}>
          <span className={css.face} aria-hidden="true">
            {me?.name.slice(0, 1).toUpperCase()}
          </span>
          <span className={css.who}>{me?.name}</span>
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>
          <div className={css.mail}>{me && t.shell.signedInAs({ email: me.email })}</div>
        </Menu.Label>
        <Menu.Divider />
        <Menu.Label>{t.shell.theme}</Menu.Label>
        <div className={css.choice}>
          <SegmentedControl
            fullWidth
            size="xs"
            aria-label={t.shell.theme}
            value={mounted ? colorScheme : 'auto'}
            onChange={(next) => {
              setColorScheme(next as 'light' | 'dark' | 'auto')
              remember({ theme: next })
            }}
            data={[
              { value: 'light', label: t.shell.light },
              { value: 'dark', label: t.shell.dark },
              { value: 'auto', label: t.shell.system },
            ]}
          />
        </div>
        <Menu.Label>{t.shell.language}</Menu.Label>
        <div className={css.choice}>
          <SegmentedControl
            fullWidth
            size="xs"
            aria-label={t.shell.language}
            value={locale}
            onChange={(next) => {
              choose(next as Locale)
              remember({ locale: next })
            }}
            data={locales.map((value) => ({ value, label: names[value] }))}
          />
        </div>
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconLogout size={16} />}
          disabled={leaving}
          closeMenuOnClick={false}
          onClick={async () => {
            setLeaving(true)
            await signOut()
          }}
        >
          {t.shell.signOut}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
