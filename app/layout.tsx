import './mantine.css'
import '@fontsource-variable/inter/wght.css'
import './globals.css'
import { ColorSchemeScript, mantineHtmlProps } from '@mantine/core'
import type { Metadata, Viewport } from 'next'
import { cookies, headers } from 'next/headers'
import type { ReactNode } from 'react'
import { Providers } from '@/components/ui/providers'
import { Language } from '@/lib/client/messages/language'
import { chooseLocale, localeCookie } from '@/lib/client/messages/locale'

export const metadata: Metadata = {
  description: 'Orders and catalog of your organizations.',
  robots: { index: false, follow: false },
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#f5f7f7' },
    { media: '(prefers-color-scheme: dark)', color: '#0e1213' },
  ],
}

/** Every page is made for one request: its scripts carry that request's nonce, its words the reader's language. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const [jar, head] = await Promise.all([cookies(), headers()])
  const locale = chooseLocale(jar.get(localeCookie)?.value, head.get('accept-language'))
  const nonce = head.get('x-nonce') ?? undefined
  return (
    <html lang={locale} {...mantineHtmlProps}>
      <head>
        <ColorSchemeScript nonce={nonce} defaultColorScheme="auto" suppressHydrationWarning />
      </head>
      <body>
        <Language locale={locale}>
          <Providers nonce={nonce}>{children}</Providers>
        </Language>
      </body>
    </html>
  )
}
