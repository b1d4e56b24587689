'use client'

import dynamic from 'next/dynamic'
import { useUploadsPresent } from '@/lib/client/uploads-present'

const UploadPanel = dynamic(() => import('./upload-panel').then((module) => module.UploadPanel), { ssr: false })

/** The uploads of this tab, docked at the lower edge while there are any. Stands once, in the frame of all pages. */
export function UploadQueue() {
  return useUploadsPresent() ? <UploadPanel /> : null
}
