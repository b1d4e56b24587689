'use client'

import { ImagePicker } from '@/components/media/image-picker'
import layout from '@/components/ui/form.module.css'
import { Section } from '@/components/ui/section'
import { useEditorMessages } from '@/lib/client/messages/areas/product-editor'
import type { FormPart } from './form-part'

type Props = FormPart & { orgId: string; onBusyChange: (busy: boolean) => void }

export function ImagesSection({ orgId, form, set, errors, onBusyChange }: Props) {
  const m = useEditorMessages()
  return (
    <Section title={m.images} id="images">
      <div className={layout.stack} style={{ gap: 10 }}>
        <p className="od-muted">{m.imagesHint}</p>
        <ImagePicker
          orgId={orgId}
          value={form.imageIds}
          onChange={(imageIds) => set({ imageIds })}
          onBusyChange={onBusyChange}
        />
        {errors.imageIds && (
          <p className={layout.error} role="alert">
            {errors.imageIds}
          </p>
        )}
      </div>
    </Section>
  )
}
