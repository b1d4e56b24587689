/** What may be kept, decided by content (decision 45): MIME type → ending of the address. Never SVG or HTML. */
export const fileTypes = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'image/avif': 'avif',
  'application/pdf': 'pdf',
} as const

export type FileType = keyof typeof fileTypes

export const isFileType = (type: string): type is FileType => Object.hasOwn(fileTypes, type)

/** Widths a picture is served in beside its own, in pixels: list, card and full view. */
export const thumbnailWidths = [96, 320, 960] as const
