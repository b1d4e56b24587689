import { attachmentTypes } from '@/lib/resources/attachment'

/** What may be kept: MIME type → ending of the address. */
export const fileTypes = attachmentTypes

export type FileType = keyof typeof fileTypes

export const isFileType = (type: string): type is FileType => Object.hasOwn(fileTypes, type)

/** Widths a picture is served in beside its own, in pixels: list, card and full view. */
export const thumbnailWidths = [96, 320, 960] as const
