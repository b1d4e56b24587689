import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Metadata } from 'next'
import { GET as readMe } from '@/app/api/me/route'
import { GET as readOrganizations } from '@/app/api/orgs/route'
import { readApi } from '@/app/read-api'
import type { ListAnswer } from '@/lib/client/api'
import type { Me, Organization } from '@/lib/client/me'
import { placesOf } from './caller'
import { CallerBar, CallerProvider } from './caller-bar'
import css from './docs.module.css'
import { Contents, Guide } from './guide'
import { type Block, readGuide } from './read-guide'

export const metadata: Metadata = { title: 'Query language · Orderdesk' }

let guide: Promise<Block[]> | undefined

export default async function Page() {
  guide ??= readFile(join(/* turbopackIgnore: true */ process.cwd(), 'docs/query-language.md'), 'utf8').then(readGuide)
  const blocks = await guide
  const me = (await readApi(readMe, '/me'))?.data as Me | undefined
  const organizations = me && (await readApi(readOrganizations, '/orgs?$top=100&$orderBy=name'))?.data
  const places = placesOf(me, (organizations as ListAnswer<Organization> | undefined)?.value ?? [])
  return (
    <CallerProvider name={me?.name} places={places}>
      <div className={css.columns}>
        <Contents blocks={blocks} />
        <main className={css.guide}>
          <Guide blocks={blocks} callerBar={<CallerBar />} />
        </main>
      </div>
    </CallerProvider>
  )
}
