import { randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { Storage } from './storage'

const isMissing = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOENT'

/** Makes a renamed file survive a loss of power: the folder's own entry has to be written too. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

/** Contents as files below a folder; unfinished ones beside them, so that a rename is enough to take one over. */
export function folderStorage(folder: string): Storage {
  const root = resolve(/* turbopackIgnore: true */ process.cwd(), folder)

  function pathOf(name: string): string {
    if (!/^[a-z0-9]+(\/[a-z0-9]+)*$/.test(name)) throw new Error(`Not a name of ours: ${name}`)
    // Spread over folders, because one with a million entries is slow to list and to copy.
    return join(root, name.slice(0, 2), name)
  }

  return {
    async put(name, localPath) {
      const path = pathOf(name)
      const file = await open(localPath, 'r+')
      try {
        await file.sync()
      } finally {
        await file.close()
      }
      await mkdir(dirname(path), { recursive: true })
      await rename(localPath, path)
      await syncFolder(dirname(path))
    },
    async read(name, range) {
      try {
        const file = await open(pathOf(name), 'r')
        const { size } = await file.stat()
        return { size, stream: createReadStream('', { fd: file, ...range }) }
      } catch (error) {
        if (isMissing(error)) return undefined
        throw error
      }
    },
    removeAll: (prefix) => rm(pathOf(prefix), { recursive: true, force: true }),
    async newLocalPath() {
      const incoming = join(root, 'incoming')
      await mkdir(incoming, { recursive: true })
      return join(incoming, randomBytes(12).toString('hex'))
    },
  }
}
