import type { Readable } from 'node:stream'
import { folderStorage } from './folder-storage'

/** A range of bytes, both ends included. */
export type ByteRange = { start: number; end: number }

/**
 * Where contents are kept, apart from what is known about them. Names are ours: segments of hex digits and letters,
 * separated by `/`. A content is written whole or not at all.
 */
export type Storage = {
  /** Takes over a finished local file; it is durable when this resolves. */
  put(name: string, localPath: string): Promise<void>
  /** The content or a part of it; undefined when there is none. */
  read(name: string, range?: ByteRange): Promise<{ size: number; stream: Readable } | undefined>
  /** Removes everything whose name begins with `prefix/`; none is no error. */
  removeAll(prefix: string): Promise<void>
  /** A new local file to write to before `put`; whoever asks for it removes it. */
  newLocalPath(): Promise<string>
}

let opened: { address: string; storage: Storage } | undefined

/** The storage of `ATTACHMENTS_URL`: a folder. */
export function storage(): Storage {
  const address = process.env.ATTACHMENTS_URL || 'file:./data/attachments'
  if (opened?.address !== address) opened = { address, storage: open(address) }
  return opened.storage
}

function open(address: string): Storage {
  if (address.startsWith('file:')) return folderStorage(address.slice('file:'.length).replace(/^\/\//, ''))
  throw new Error('ATTACHMENTS_URL must begin with `file:`.')
}
