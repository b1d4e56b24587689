import { dependencies } from '@/package.json'

type PackagedFile = { path: string; type: string; version: string }

/** Files of installed packages that the reference page loads, by the name they have in our addresses. */
export const packagedFiles: ReadonlyMap<string, PackagedFile> = new Map([
  [
    'reference.js',
    {
      path: '@scalar/api-reference/dist/browser/standalone.js',
      type: 'text/javascript; charset=utf-8',
      version: dependencies['@scalar/api-reference'],
    },
  ],
  [
    'inter.woff2',
    {
      path: '@fontsource-variable/inter/files/inter-latin-wght-normal.woff2',
      type: 'font/woff2',
      version: dependencies['@fontsource-variable/inter'],
    },
  ],
])

export const addressOf = (name: string): string => `/docs/files/${name}?v=${packagedFiles.get(name)!.version}`
