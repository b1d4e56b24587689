'use client'

import { Button, Popover, SegmentedControl, useMantineColorScheme } from '@mantine/core'
import { IconLogout, IconUser } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import Link from 'next/link'
import { useState } from 'react'
import { meQuery } from '@/lib/client/me'
import { languageNames, locales } from '@/lib/client/messages/locale'
import { useLanguage } from '@/lib/client/messages/use-messages'
import { useSavePreferences } from '@/lib/client/save-preferences'
import { signOut } from '@/lib/client/sign-in'
import { AccountButton } from './account-button'
import css from './shell.module.css'

type ChoiceProps<T extends string> = {
  label: string
  value: T
  data: { value: T; label: string }[]
  onChange: (value: T) => void
}

function Choice<T extends string>({ label, ...control }: ChoiceProps<T>) {
  return (
    <div>
      <p className={css.panelLabel}>{label}</p>
      <SegmentedControl fullWidth size="xs" aria-label={label} {...control} />
    </div>
  )
}

/** The account's button with its panel: how the screens look, and the way out. */
export function AccountMenuOpened() {
  const { locale, messages: t, choose } = useLanguage()
  const { data: me } = useQuery(meQuery())
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const [leaving, setLeaving] = useState(false)

  const remember = useSavePreferences()

  return (
    <Popover defaultOpened position="top-start" width={264} trapFocus returnFocus withinPortal>
      <Popover.Target>
        <AccountButton me={me} />
      </Popover.Target>
      <Popover.Dropdown aria-label={t.shell.account} className={css.panel}>
        <p className={css.mail}>{me && t.shell.signedInAs({ email: me.email })}</p>
        <Choice
          label={t.shell.theme}
          value={colorScheme}
          data={[
            { value: 'light', label: t.shell.light },
            { value: 'dark', label: t.shell.dark },
            { value: 'auto', label: t.shell.system },
          ]}
          onChange={(next) => {
            setColorScheme(next)
            remember({ theme: next })
          }}
        />
        <Choice
          label={t.shell.language}
          value={locale}
          data={locales.map((value) => ({ value, label: languageNames[value] }))}
          onChange={(next) => {
            choose(next)
            remember({ locale: next })
          }}
        />
        <Button
          component={Link}
          href="/account"
          prefetch={false}
          variant="default"
          leftSection={<IconUser size={16} />}
        >
          {t.places.account}
        </Button>
        <Button
          variant="default"
          leftSection={<IconLogout size={16} />}
          loading={leaving}
          onClick={() => {
            setLeaving(true)
            void signOut()
          }}
        >
          {t.shell.signOut}
        </Button>
      </Popover.Dropdown>
    </Popover>
  )
}
