import { rm } from 'node:fs/promises'
import type { Readable } from 'node:stream'
import sharp from 'sharp'
import { maxPixels } from './attachment'
import { storage } from './storage'

// Decoding is heavy and rare: one thread per picture, so that requests keep a core, and a small cache.
sharp.concurrency(1)
sharp.cache({ memory: 32, files: 0, items: 20 })

const underWay = new Map<string, Promise<void>>()
let last: Promise<unknown> = Promise.resolve()

async function make(key: string, width: number): Promise<void> {
  const source = await storage().read(`${key}/original`)
  if (!source) return
  const local = await storage().newLocalPath()
  try {
    // The picture's own turn is applied, what it tells of place and camera is left out.
    const shrink = sharp({ limitInputPixels: maxPixels, sequentialRead: true })
      .rotate()
      .resize({ width, withoutEnlargement: true })
      .webp({ quality: 80 })
    source.stream.on('error', (error) => shrink.destroy(error))
    await source.stream.pipe(shrink).toFile(local)
    await storage().put(`${key}/w${width}`, local)
  } finally {
    await rm(local, { force: true })
  }
}

/** A picture in one of the served widths, as WebP; made at first use, one at a time, and kept. */
export async function readThumbnail(
  key: string,
  width: number,
): Promise<{ size: number; stream: Readable } | undefined> {
  const name = `${key}/w${width}`
  const kept = await storage().read(name)
  if (kept) return kept
  let work = underWay.get(name)
  if (!work) {
    work = last.then(() => make(key, width)).finally(() => underWay.delete(name))
    underWay.set(name, work)
    last = work.catch(() => undefined)
  }
  await work
  return storage().read(name)
}
