import { GET as readLevels } from '@/app/api/locations/levels/route'
import { isFirstLoad, readApi } from '@/app/read-api'
import { TreePage } from '@/components/trees/tree-page'
import type { LevelAnswer } from '@/lib/client/trees'

export default async function Page() {
  const path = '/locations:levels?parentIds=root&archived=true'
  const answer = (await isFirstLoad()) ? await readApi(readLevels, path) : undefined
  return <TreePage kind="locations" initial={(answer?.data as { value: LevelAnswer[] } | undefined)?.value} />
}
