import { describe, expect, test } from 'vitest'
import { ApiError } from './api'
import { chunkGroups, groupBySku, sendChunk } from './variant-batches'

const change = (key: string, oldSku: string | null, newSku: string | null) => ({ key, oldSku, newSku })
const keys = (groups: { key: string }[][]) => groups.map((group) => group.map(({ key }) => key).join(''))

describe('changes of SKUs', () => {
  test('give one up before another takes it', () => {
    // Everybody takes the SKU of the next one: the last must go first.
    expect(keys(groupBySku([change('a', '1', '2'), change('b', '2', '3'), change('c', '3', '4')]))).toEqual([
      'c',
      'b',
      'a',
    ])
  })

  test('go round in one call, with those who wait for the ring behind it', () => {
    expect(keys(groupBySku([change('x', '9', '1'), change('a', '1', '2'), change('b', '2', '1')]))).toEqual(['ab', 'x'])
  })

  test('leave the others in their order', () => {
    expect(keys(groupBySku([change('a', null, null), change('b', '1', '1'), change('c', null, '5')]))).toEqual([
      'a',
      'b',
      'c',
    ])
  })
})

test('calls take a hundred each, a ring is not cut, and no call is too large', () => {
  const singles = Array.from({ length: 99 }, (_, i) => [i])
  expect(chunkGroups([...singles, [100, 101], [102]], () => 1).map((chunk) => chunk.length)).toEqual([99, 3])
  expect(chunkGroups([[1], [2], [3]], () => 400_000).map((chunk) => chunk.length)).toEqual([2, 1])
  expect(chunkGroups([], () => 1)).toEqual([])
})

describe('a call', () => {
  const members = [{ key: 'a' }, { key: 'b' }, { key: 'c' }]
  const refusal = (status: number, body: object) => new ApiError(status, { code: 'X', message: 'No.', ...body }, null)

  test('that is refused for some is repeated without them', async () => {
    const sent: string[] = []
    const outcomes = await sendChunk(
      members,
      async (some) => {
        sent.push(some.map(({ key }) => key).join(''))
        const at = some.findIndex(({ key }) => key === 'b')
        if (at < 0) return undefined
        throw refusal(409, { details: [{ code: 'Duplicate', target: `${at}.data.sku`, message: 'Taken.' }] })
      },
      () => [],
    )
    expect(sent).toEqual(['abc', 'ac'])
    expect(outcomes).toEqual([
      { key: 'b', ok: false, errors: [{ code: 'Duplicate', target: 'sku', message: 'Taken.' }] },
      { key: 'a', id: undefined, ok: true },
      { key: 'c', id: undefined, ok: true },
    ])
  })

  test('that names nobody is made for each', async () => {
    const outcomes = await sendChunk(
      members,
      async (_, lenient) => {
        if (!lenient) throw refusal(404, {})
        return {
          value: [
            { index: 0, id: 'a', status: 204 },
            { index: 1, id: 'b', status: 404, error: { code: 'NotFound', message: 'Gone.' } },
            { index: 2, id: 'c', status: 204 },
          ],
        }
      },
      () => [],
    )
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, false, true])
    expect(outcomes[1]!.errors).toEqual([{ code: 'NotFound', target: '', message: 'Gone.' }])
  })

  test('that nobody may make, or that gets no answer, fails as a whole', async () => {
    for (const error of [
      refusal(403, {}),
      refusal(0, {}),
      refusal(503, {}),
      refusal(400, { target: 'Organization' }),
    ]) {
      const failing = sendChunk(
        members,
        async () => {
          throw error
        },
        () => [],
      )
      await expect(failing).rejects.toBe(error)
    }
  })
})
