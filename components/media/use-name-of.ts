'use client'

import { type Attachment, typeName } from '@/lib/client/attachments'
import { useMediaMessages } from '@/lib/client/messages/areas/media'

/** What a file is called; some came without a name. */
export function useNameOf(): (file: Pick<Attachment, 'name' | 'type'>) => string {
  const m = useMediaMessages()
  return ({ name, type }) => name || m.untitled({ type: typeName(type) })
}
