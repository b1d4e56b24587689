import { ApiError, callApi, newKey } from './api'
import { type NewVariant, type Variant, type VariantPatch, variantLimits } from './variants'

/** Below the server's 1 MiB, whatever the rest of the body adds. */
const mostBytes = 900_000

export type NewMember = { key: string; data: NewVariant }
/** `key` is the variant's id; the SKUs tell who must let go of one before another can have it. */
export type ChangedMember = { key: string; data: VariantPatch; oldSku: string | null; newSku: string | null }

/** What is wrong with a row. `target` is the property it is about, `price.amount` for one. */
export type RowError = { code: string; target: string; message: string }

/** What became of one row. */
export type Outcome = {
  key: string
  id?: string
  ok: boolean
  /** The server does not have it any more. */
  gone?: boolean
  errors?: RowError[]
}

const bytesOf = (value: unknown) => new TextEncoder().encode(JSON.stringify(value)).length

/** Parts small enough for one call. What stands in one group stays together if it fits at all. */
export function chunkGroups<T>(groups: readonly T[][], sizeOf: (member: T) => number): T[][] {
  const chunks: T[][] = []
  let chunk: T[] = []
  let bytes = 0
  const close = () => {
    if (chunk.length > 0) chunks.push(chunk)
    chunk = []
    bytes = 0
  }
  for (const group of groups) {
    if (chunk.length + group.length > variantLimits.atOnce) close()
    for (const member of group) {
      const size = sizeOf(member)
      if (chunk.length === variantLimits.atOnce || bytes + size > mostBytes) close()
      chunk.push(member)
      bytes += size
    }
  }
  close()
  return chunks
}

/**
 * An order in which every change finds its SKU free: whoever gives one up comes before whoever takes it. Those that
 * hand theirs round in a ring must change in one call, so they are one group.
 */
export function groupBySku<T extends { oldSku: string | null; newSku: string | null }>(members: readonly T[]): T[][] {
  const holderOf = new Map(
    members.flatMap((member) => (member.oldSku && member.oldSku !== member.newSku ? [[member.oldSku, member]] : [])),
  )
  const done = new Set<T>()
  const groups: T[][] = []
  for (const member of members) {
    const path: T[] = []
    let next: T | undefined = member
    while (next && !done.has(next)) {
      done.add(next)
      path.push(next)
      next = next.newSku ? holderOf.get(next.newSku) : undefined
    }
    const ring = next ? path.indexOf(next) : -1
    if (ring >= 0) groups.push(path.slice(ring))
    const line = ring >= 0 ? path.slice(0, ring) : path
    for (const each of line.reverse()) groups.push([each])
  }
  return groups
}

type Call<T> = (members: readonly T[], lenient: boolean) => Promise<unknown>
type LenientAnswer = {
  value: {
    index: number
    id?: string
    status: number
    error?: { code: string; message: string; details?: { code: string; target?: string; message: string }[] }
  }[]
}

/** `3.data.price.amount` → member 3, `price.amount`. */
function readTarget(target: string | undefined): { index: number; property: string } | undefined {
  const [, index, property] = /^(\d+)(?:\.(?:data\.)?(.*))?$/.exec(target ?? '') ?? []
  return index === undefined ? undefined : { index: Number(index), property: property ?? '' }
}

const strip = (target: string | undefined) => (target ?? '').replace(/^(\d+\.)?(data\.)?/, '')

/** Refusals that every member would meet alike: there is no use in asking for each. */
const isForAll = (error: ApiError) =>
  ![400, 404, 409].includes(error.status) ||
  error.body.target === 'Organization' ||
  error.code === 'IdempotencyKeyReused'

/**
 * Sends members in one call, all or none, which is quick and lets SKUs change places. Members that are refused by name
 * are put aside and the others sent again; when nobody is named, each is judged for itself.
 * @throws ApiError what concerns all of them, and when the server cannot be reached
 */
export async function sendChunk<T extends { key: string }>(
  members: readonly T[],
  call: Call<T>,
  idsOf: (answer: unknown) => (string | undefined)[],
): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  let left = [...members]
  while (left.length > 0) {
    try {
      const ids = idsOf(await call(left, false))
      return [...outcomes, ...left.map(({ key }, i) => ({ key, id: ids[i], ok: true }))]
    } catch (error) {
      if (!(error instanceof ApiError) || isForAll(error)) throw error
      const refused = new Map<number, RowError[]>()
      for (const { code, target, message } of error.body.details ?? []) {
        const place = readTarget(target)
        if (!place || !left[place.index]) continue
        refused.set(place.index, [...(refused.get(place.index) ?? []), { code, target: place.property, message }])
      }
      if (refused.size === 0) return [...outcomes, ...(await sendEach(left, call))]
      for (const [index, errors] of refused) outcomes.push({ key: left[index]!.key, ok: false, errors })
      left = left.filter((_, index) => !refused.has(index))
    }
  }
  return outcomes
}

async function sendEach<T extends { key: string }>(members: readonly T[], call: Call<T>): Promise<Outcome[]> {
  const { value } = (await call(members, true)) as LenientAnswer
  return value.map(({ index, id, status, error }) => ({
    key: members[index]!.key,
    id,
    ok: !error,
    gone: status === 404,
    errors: error && [
      ...(error.details?.length
        ? error.details.map(({ code, target, message }) => ({ code, target: strip(target), message }))
        : [{ code: error.code, target: '', message: error.message }]),
    ],
  }))
}

const prefer = (lenient: boolean): Record<string, string> => (lenient ? { prefer: 'handling=lenient' } : {})

const post = (productId: string): Call<NewMember> => {
  return async (members, lenient) => {
    const body = members.map(({ data }) => ({ productId, ...data }))
    const headers = { ...prefer(lenient), 'idempotency-key': newKey() }
    const send = () => callApi('POST', '/variants:batchPost', { body, headers })
    try {
      return (await send()).data
    } catch (error) {
      // The answer was lost, perhaps after the rows were made: under the same key they are not made twice.
      if (error instanceof ApiError && error.status === 0) return (await send()).data
      throw error
    }
  }
}

const patch: Call<ChangedMember> = async (members, lenient) =>
  (
    await callApi('PATCH', '/variants:batchPatch', {
      body: members.map(({ key, data }) => ({ ids: [key], data })),
      headers: prefer(lenient),
    })
  ).data

/** All calls go on with the batch of the first, so that they are taken back together. */
function removeAsOne(onBatch: (batchId: string) => void): Call<{ key: string }> {
  let batch: string | undefined
  return async (members, lenient) => {
    const body = { ids: members.map(({ key }) => key), ...(batch ? { batchId: batch } : {}) }
    const answer = await callApi<unknown>('POST', '/variants:batchDelete', { body, headers: prefer(lenient) })
    batch ??= answer.batchId ?? (answer.data as { batchId?: string } | undefined)?.batchId
    if (batch) onBatch(batch)
    return answer.data
  }
}

type Progress = (outcomes: Outcome[]) => void

async function run<T extends { key: string }>(
  chunks: readonly T[][],
  call: Call<T>,
  idsOf: (answer: unknown) => (string | undefined)[],
  onProgress: Progress,
  signal: AbortSignal,
) {
  for (const chunk of chunks) {
    // A stop is heard between calls: what was sent is never left in doubt.
    if (signal.aborted) return
    onProgress(await sendChunk(chunk, call, idsOf))
  }
}

const noIds = () => []
const idsOfMade = (answer: unknown) => (answer as Variant[]).map(({ id }) => id)

/** Makes variants of a product, a hundred at a time, and tells after each call what became of them. */
export const createVariants = (
  productId: string,
  members: readonly NewMember[],
  onProgress: Progress,
  signal: AbortSignal,
) =>
  run(
    chunkGroups(
      members.map((member) => [member]),
      ({ data }) => bytesOf(data),
    ),
    post(productId),
    idsOfMade,
    onProgress,
    signal,
  )

export const changeVariants = (members: readonly ChangedMember[], onProgress: Progress, signal: AbortSignal) =>
  run(
    chunkGroups(groupBySku(members), ({ data }) => bytesOf(data)),
    patch,
    noIds,
    onProgress,
    signal,
  )

/** Deletes variants; `onBatch` is told what takes all of it back. */
export const deleteVariants = (
  ids: readonly string[],
  onProgress: Progress,
  onBatch: (batchId: string) => void,
  signal: AbortSignal,
) =>
  run(
    chunkGroups(
      ids.map((key) => [{ key }]),
      () => 30,
    ),
    removeAsOne(onBatch),
    noIds,
    onProgress,
    signal,
  )
