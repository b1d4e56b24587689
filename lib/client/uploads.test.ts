import { describe, expect, test, vi } from 'vitest'
import type { Attachment } from './attachments'
import { keptName, refusalOf, usualLimits } from './upload-rules'
import { createUploads } from './uploads'

const file = (name: string, size = 10, type = 'image/png') => new File(['x'.repeat(size)], name, { type })
const attachmentOf = (name: string) => ({ id: name, name }) as Attachment

/** A transport whose files end when the test says so. */
function desk(atOnce?: number) {
  type Sent = { name: string; end: () => void; fail: (why: string) => void; progress: (sent: number) => void }
  const sent: Sent[] = []
  const queue = createUploads({
    atOnce,
    limitsOf: async () => ({ maxBytes: 100, types: ['image/png', 'application/pdf'] }),
    send: ({ name }, { signal, onProgress }) =>
      new Promise((resolve, reject) => {
        signal.addEventListener('abort', () => reject(signal.reason))
        const end = () => resolve(attachmentOf(name))
        sent.push({ name, end, fail: (why) => reject(new Error(why)), progress: onProgress })
      }),
  })
  const states = () => Object.fromEntries(queue.read().uploads.map(({ name, state }) => [name, state]))
  return { queue, sent, states, names: () => sent.map(({ name }) => name) }
}
const settled = () => new Promise((resolve) => setTimeout(resolve))

describe('the queue', () => {
  test('sends three at a time, in the order they came', async () => {
    const { queue, sent, names } = desk()
    await queue.add(
      ['a', 'b', 'c', 'd', 'e'].map((name) => file(name)),
      { orgId: 'o' },
    )
    expect(names()).toEqual(['a', 'b', 'c'])
    sent[1]!.end()
    await settled()
    expect(names()).toEqual(['a', 'b', 'c', 'd'])
    sent[0]!.fail('no')
    await settled()
    expect(names()).toEqual(['a', 'b', 'c', 'd', 'e'])
  })

  test('refuses wrong types and sizes before anything is sent, and says why', async () => {
    const { queue, names, states } = desk()
    const files = [file('ok.png'), file('text.txt', 5, 'text/plain'), file('big.png', 101), file('empty.png', 0)]
    await queue.add(files, { orgId: 'o' })
    expect(names()).toEqual(['ok.png'])
    expect(states()).toEqual({
      'ok.png': 'sending',
      'text.txt': 'refused',
      'big.png': 'refused',
      'empty.png': 'refused',
    })
    expect(queue.read().uploads.map(({ refusal }) => refusal)).toEqual([
      undefined,
      { kind: 'type', type: 'text/plain', allowed: ['image/png', 'application/pdf'] },
      { kind: 'size', maxBytes: 100 },
      { kind: 'empty' },
    ])
  })

  test('takes only pictures where only pictures fit', async () => {
    const { queue, states } = desk()
    await queue.add([file('a.png'), file('b.pdf', 5, 'application/pdf')], { orgId: 'o', picturesOnly: true })
    expect(states()).toEqual({ 'a.png': 'sending', 'b.pdf': 'refused' })
  })

  test('tells how far each file is, and that the server still looks at what has arrived', async () => {
    const { queue, sent } = desk()
    await queue.add([file('a', 80)], { orgId: 'o' })
    sent[0]!.progress(40)
    expect(queue.read().uploads[0]).toMatchObject({ sent: 40, state: 'sending' })
    sent[0]!.progress(90)
    expect(queue.read().uploads[0]).toMatchObject({ sent: 80, state: 'finishing' })
  })

  test('shows files at once, and sends none before the limits are known', async () => {
    let tell = (_: { maxBytes: number; types: string[] }) => {}
    const send = vi.fn(() => new Promise<Attachment>(() => undefined))
    const queue = createUploads({
      send,
      limitsOf: () =>
        new Promise((resolve) => {
          tell = resolve
        }),
    })
    const adding = queue.add([file('a'), file('b', 50)], { orgId: 'o' })
    expect(queue.read().uploads.map(({ state }) => state)).toEqual(['waiting', 'waiting'])
    expect(send).not.toHaveBeenCalled()
    queue.cancel(queue.read().uploads[0]!.id)
    tell({ maxBytes: 40, types: ['image/png'] })
    await adding
    expect(queue.read().uploads.map(({ state }) => state)).toEqual(['canceled', 'refused'])
    expect(send).not.toHaveBeenCalled()
  })

  test('lets go of one that is canceled and goes on with the next', async () => {
    const { queue, names, states } = desk(1)
    const [a] = await queue.add([file('a'), file('b')], { orgId: 'o' })
    queue.cancel(a!)
    await settled()
    expect(names()).toEqual(['a', 'b'])
    expect(states()).toEqual({ a: 'canceled', b: 'sending' })
  })

  test('sends again what failed or was canceled, and nothing else', async () => {
    const { queue, sent, names, states } = desk()
    const [a, b] = await queue.add([file('a'), file('b')], { orgId: 'o' })
    sent[0]!.fail('no')
    sent[1]!.end()
    await settled()
    expect(states()).toEqual({ a: 'failed', b: 'done' })
    queue.retry(a!)
    queue.retry(b!)
    expect(names()).toEqual(['a', 'b', 'a'])
    queue.cancel(a!)
    queue.retry(a!)
    await settled()
    expect(states()).toEqual({ a: 'sending', b: 'done' })
    expect(names()).toEqual(['a', 'b', 'a', 'a'])
  })

  test('hands over each attachment once, and tells the end of a run once', async () => {
    const { queue, sent } = desk()
    const onDone = vi.fn()
    await queue.add([file('a'), file('b'), file('text.txt', 5, 'text/plain')], { orgId: 'o', onDone })
    sent[0]!.end()
    await settled()
    expect(queue.read().lastRun.number).toBe(0)
    sent[1]!.fail('no')
    await settled()
    expect(queue.read().lastRun).toEqual({ number: 1, done: 1, failed: 1 })
    expect(onDone.mock.calls.map(([attachment]) => attachment)).toEqual([attachmentOf('a')])
    queue.clear()
    expect(queue.read()).toEqual({ uploads: [], lastRun: { number: 1, done: 1, failed: 1 } })
  })

  test('forgets one that is taken out while it is being sent', async () => {
    const { queue, sent, states } = desk()
    const onDone = vi.fn()
    const [a] = await queue.add([file('a')], { orgId: 'o', onDone })
    queue.remove(a!)
    sent[0]!.end()
    await settled()
    expect(states()).toEqual({})
    expect(onDone).not.toHaveBeenCalled()
  })
})

test('a file whose type the system does not know is judged by its ending', () => {
  const named = (name: string, type = '') => ({ name, type, size: 1 })
  expect(refusalOf(named('photo.AVIF'), usualLimits)).toBeUndefined()
  expect(refusalOf(named('photo.jpeg'), usualLimits)).toBeUndefined()
  expect(refusalOf(named('page.html'), usualLimits)?.kind).toBe('type')
  expect(refusalOf(named('constructor'), usualLimits)?.kind).toBe('type')
  expect(refusalOf(named('a.constructor'), usualLimits)).toMatchObject({ kind: 'type', type: '' })
  expect(refusalOf(named('drawing.svg', 'image/svg+xml'), usualLimits)?.kind).toBe('type')
})

test('a name is kept as people type it, and short enough to be kept', () => {
  // U+30AB U+3099 is how some systems write ガ.
  expect(keptName('\u30ab\u3099ラス.png')).toBe('ガラス.png')
  const long = keptName(`${'a'.repeat(300)}.png`)
  expect(long).toHaveLength(255)
  expect(long.endsWith('a.png')).toBe(true)
})
