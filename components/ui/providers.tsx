'use client'

import { MantineProvider } from '@mantine/core'
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useEffect, useState } from 'react'
import { ApiError } from '@/lib/client/api'
import { leaveForSignIn } from '@/lib/client/session'
import { cssVariables, theme } from './theme'
import { Toaster } from './toaster'

const isRefused = (error: unknown) => error instanceof ApiError && error.status >= 400 && error.status < 500

/** A client per browser tab, and one per request on the server. */
function makeQueryClient() {
  const onError = (error: unknown) => {
    if (error instanceof ApiError && error.status === 401) leaveForSignIn()
  }
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        // What the server refuses it refuses again; only silence and 5xx are worth a second try.
        retry: (failures, error) => !isRefused(error) && failures < 2,
        retryDelay: (attempt) => Math.min(500 * 2 ** attempt, 4_000),
      },
      mutations: { retry: false },
    },
  })
}

/** What the screens stand on beside their language: look, data, messages. */
export function Providers({ nonce, children }: { nonce?: string; children: ReactNode }) {
  const [queryClient] = useState(makeQueryClient)
  useEffect(() => {
    // Where the system has no Japanese font ours is loaded, piece by piece and only for characters on screen; the
    // list of pieces is large, so it comes after everything else.
    const load = () => import('./japanese-font')
    const idle = window.requestIdleCallback ?? ((run: () => void) => window.setTimeout(run, 200))
    idle(() => void load())
  }, [])
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      getStyleNonce={nonce ? () => nonce : undefined}
    >
      <QueryClientProvider client={queryClient}>
        {children}
        <Toaster />
      </QueryClientProvider>
    </MantineProvider>
  )
}
