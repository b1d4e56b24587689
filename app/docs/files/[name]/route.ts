import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { packagedFiles } from '@/app/docs/packaged-files'

const root = join(/* turbopackIgnore: true */ process.cwd(), 'node_modules')

const kept = new Map<string, Promise<Uint8Array<ArrayBuffer>>>()

function load(path: string): Promise<Uint8Array<ArrayBuffer>> {
  const bytes =
    kept.get(path) ??
    readFile(join(root, path)).then(
      (buffer) => new Uint8Array(buffer),
      (error) => {
        kept.delete(path)
        throw error
      },
    )
  kept.set(path, bytes)
  return bytes
}

/** What the reference page is made of, from our own origin. Addresses name the version, so browsers keep it for good. */
export async function GET(request: Request, { params }: { params: Promise<{ name: string }> }): Promise<Response> {
  const file = packagedFiles.get((await params).name)
  if (!file) return new Response('There is no such file.\n', { status: 404 })
  const isExact = new URL(request.url).searchParams.get('v') === file.version
  return new Response(await load(file.path), {
    headers: {
      'content-type': file.type,
      'cache-control': isExact ? 'public, max-age=31536000, immutable' : 'no-cache',
      'x-content-type-options': 'nosniff',
    },
  })
}
