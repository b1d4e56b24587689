import sharp from 'sharp'
import type { Tx } from '@/db'
import { addFile } from '@/lib/attachments/add-file'
import type { Actor } from '@/lib/auth/actor'
import type { Organization } from '@/lib/organizations/organization'
import { palettes, pictureOf, pictures } from './pictures'
import { founded, hour } from './times'

/** A shop's pictures of a kind of goods, by its code. */
export type Album = ReadonlyMap<string, readonly string[]>

/** How many colours each kind is drawn in. */
const perKind = 3

const codes = Object.keys(pictures)

export const pictureCount = codes.length * perKind

/** Draws every picture: flat shapes on a field, some twelve kilobytes each. */
export async function drawPictures(report: (done: number) => void): Promise<Map<string, Buffer[]>> {
  const drawn = new Map<string, Buffer[]>()
  for (const [i, code] of codes.entries()) {
    const colours = Array.from({ length: perKind }, (_, n) => (i + n * 2) % palettes.length)
    const draw = (palette: number) =>
      sharp(Buffer.from(pictureOf(code, palette)))
        .png({ compressionLevel: 6 })
        .toBuffer()
    drawn.set(code, await Promise.all(colours.map(draw)))
    report((i + 1) * perKind)
  }
  return drawn
}

/** Makes the pictures public attachments of a shop. */
export async function hangPictures(
  tx: Tx,
  actor: Actor,
  organization: Organization,
  drawn: ReadonlyMap<string, Buffer[]>,
): Promise<Album> {
  const album = new Map<string, string[]>()
  for (const [code, contents] of drawn) {
    const ids: string[] = []
    for (const [n, content] of contents.entries()) {
      const name = `${code.toLowerCase()}-${n + 1}.png`
      const file = { content, type: 'image/png' as const, name, isPublic: true, at: founded + hour }
      ids.push((await addFile(tx, actor, organization, file)).id)
    }
    album.set(code, ids)
  }
  return album
}
