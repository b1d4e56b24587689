'use client'

import { useQueryClient } from '@tanstack/react-query'
import { callApi } from './api'
import { type Me, meQuery, type Preferences } from './me'

/**
 * Changes what the account remembers: here at once, on the server as soon as it answers. A preference that could not
 * be kept is not worth a message; this browser follows it anyway until the next load.
 */
export function useSavePreferences() {
  const queryClient = useQueryClient()
  return (preferences: Preferences) => {
    queryClient.setQueryData<Me>(meQuery().queryKey, (me) =>
      me ? { ...me, preferences: { ...me.preferences, ...preferences } } : me,
    )
    callApi('PATCH', '/me/preferences', { body: preferences }).catch(() => undefined)
  }
}
