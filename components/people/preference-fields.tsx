import { SegmentedControl, Switch, useMantineColorScheme } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useId } from 'react'
import layout from '@/components/ui/form.module.css'
import { meQuery } from '@/lib/client/me'
import { useAccountMessages } from '@/lib/client/messages/areas/account'
import { languageNames, locales } from '@/lib/client/messages/locale'
import { useLanguage } from '@/lib/client/messages/use-messages'
import { useSavePreferences } from '@/lib/client/save-preferences'
import { setShortcutsEnabled, useShortcutsEnabled } from '@/lib/client/shortcuts'

type ChoiceProps<T extends string> = {
  label: string
  value: T
  data: { value: T; label: string }[]
  onChange: (value: T) => void
}

function Choice<T extends string>({ label, value, data, onChange }: ChoiceProps<T>) {
  const id = useId()
  return (
    <div>
      <p id={id} className="mantine-InputWrapper-label">
        {label}
      </p>
      <SegmentedControl aria-labelledby={id} value={value} data={data} onChange={onChange} />
    </div>
  )
}

/** How the screens look and listen; counts at once. */
export function PreferenceFields() {
  const { locale, choose } = useLanguage()
  const m = useAccountMessages()
  const { data: me } = useQuery(meQuery())
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const shortcuts = useShortcutsEnabled()
  const remember = useSavePreferences()
  return (
    <div className={layout.fields}>
      <Choice
        label={m.language}
        value={locale}
        data={locales.map((value) => ({ value, label: languageNames[value] }))}
        onChange={(next) => {
          choose(next)
          remember({ locale: next })
        }}
      />
      <Choice
        label={m.theme}
        value={colorScheme}
        data={(['light', 'dark', 'auto'] as const).map((value) => ({ value, label: m.themes[value] ?? value }))}
        onChange={(next) => {
          setColorScheme(next)
          remember({ theme: next })
        }}
      />
      <Choice
        label={m.density}
        value={me?.preferences.density ?? 'comfortable'}
        data={(['comfortable', 'compact'] as const).map((value) => ({ value, label: m.densities[value] ?? value }))}
        onChange={(next) => remember({ density: next })}
      />
      <Switch
        label={m.shortcuts}
        description={m.shortcutsHint}
        checked={shortcuts}
        onChange={(event) => {
          const { checked } = event.currentTarget
          setShortcutsEnabled(checked)
          remember({ shortcuts: checked })
        }}
      />
    </div>
  )
}
