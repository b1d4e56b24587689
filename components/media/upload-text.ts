'use client'

import { explain } from '@/components/ui/failure'
import { ApiError } from '@/lib/client/api'
import { formatBytes, typeName } from '@/lib/client/attachments'
import { useMediaMessages } from '@/lib/client/messages/areas/media'
import { useLanguage } from '@/lib/client/messages/use-messages'
import type { Upload } from '@/lib/client/uploads'

const isLost = (error: unknown) => error instanceof ApiError && error.status === 0

/** The server looked into the file and found something else than its name and type promise. */
const isWrongContent = (error: unknown) => error instanceof ApiError && error.body.innererror?.code === 'WrongContent'

/** What there is to say about an upload, in a line: how far it is, or why it went no further. */
export function useUploadText(): (upload: Upload) => string {
  const { locale, messages: t } = useLanguage()
  const m = useMediaMessages()
  return ({ state, size, sent, speed, refusal, error, type }) => {
    const bytes = (count: number) => formatBytes(locale, count)
    if (refusal?.kind === 'type') {
      return m.refusedType({ type: type && typeName(type), allowed: refusal.allowed.map(typeName).join(', ') })
    }
    if (refusal?.kind === 'size') return m.refusedSize({ size: bytes(size), most: bytes(refusal.maxBytes) })
    if (refusal) return m.refusedEmpty
    if (state === 'failed') {
      if (isWrongContent(error)) return m.wrongContent({ type: typeName(type) })
      return isLost(error) ? m.lost : explain(error, t)
    }
    if (state !== 'sending') return `${m.states[state]} · ${bytes(size)}`
    const rate = speed > 0 ? ` · ${m.perSecond({ bytes: bytes(speed) })}` : ''
    return `${bytes(sent)} / ${bytes(size)}${rate}`
  }
}
