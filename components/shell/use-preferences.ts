'use client'

import { useMantineColorScheme } from '@mantine/core'
import { useEffect, useEffectEvent } from 'react'
import type { Me, Preferences } from '@/lib/client/me'
import { useLanguage } from '@/lib/client/messages/use-messages'
import { setShortcutsEnabled, shortcutsEnabled } from '@/lib/client/shortcuts'

/** Makes this browser look as the account remembers, also one the account never used before. */
export function usePreferences(me: Me | undefined) {
  const { locale, choose } = useLanguage()
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const wanted: Preferences = me?.preferences ?? {}
  const { shortcuts } = wanted
  const applyLocale = useEffectEvent((next: Preferences['locale']) => {
    if (next && next !== locale) choose(next)
  })
  const applyTheme = useEffectEvent((next: Preferences['theme']) => {
    if (next && next !== colorScheme) setColorScheme(next)
  })
  useEffect(() => applyLocale(wanted.locale), [wanted.locale])
  useEffect(() => applyTheme(wanted.theme), [wanted.theme])
  useEffect(() => {
    if (shortcuts !== undefined && shortcuts !== shortcutsEnabled()) setShortcutsEnabled(shortcuts)
  }, [shortcuts])
}
