import { TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import layout from '@/components/ui/form.module.css'
import { FormDialog } from '@/components/ui/form-dialog'
import { listKey } from '@/lib/client/lists'
import { useOrganizationMessages } from '@/lib/client/messages/areas/organizations'
import { createOrganization } from '@/lib/client/organizations'
import { showToast } from '@/lib/client/toasts'
import { WorldSelect } from './world-select'

const start = { name: '', slug: '', country: 'JP', currency: 'JPY', timeZone: 'Asia/Tokyo' }

/** Asks for what an organization cannot do without, then goes to its settings. */
export function NewOrganizationDialog({ onClose }: { onClose: () => void }) {
  const m = useOrganizationMessages()
  const router = useRouter()
  const queryClient = useQueryClient()
  const [values, setValues] = useState(start)
  const set = (change: Partial<typeof start>) => setValues((earlier) => ({ ...earlier, ...change }))
  return (
    <FormDialog
      title={m.create}
      confirm={m.createVerb}
      fields={Object.keys(start)}
      onClose={onClose}
      onSubmit={async () => {
        const made = await createOrganization({ ...values, name: values.name.trim(), slug: values.slug.trim() })
        showToast({ kind: 'done', title: m.created({ name: made.name }) })
        for (const queryKey of [['organizations'], listKey('/orgs')]) void queryClient.invalidateQueries({ queryKey })
        onClose()
        router.push(`/orgs/${made.id}/settings`)
      }}
    >
      {(errors) => (
        <>
          <TextInput
            label={m.name}
            required
            maxLength={200}
            autoComplete="off"
            data-autofocus
            error={errors.name}
            value={values.name}
            onChange={(event) => set({ name: event.currentTarget.value })}
          />
          <TextInput
            label={m.slug}
            required
            description={m.slugHint}
            maxLength={16}
            spellCheck={false}
            autoComplete="off"
            error={errors.slug}
            value={values.slug}
            onChange={(event) => set({ slug: event.currentTarget.value })}
          />
          <div className={layout.pair}>
            <WorldSelect
              what="country"
              error={errors.country}
              value={values.country}
              onChange={(country) => set({ country })}
            />
            <WorldSelect
              what="currency"
              error={errors.currency}
              value={values.currency}
              onChange={(currency) => set({ currency })}
            />
          </div>
          <WorldSelect
            what="timeZone"
            error={errors.timeZone}
            value={values.timeZone}
            onChange={(timeZone) => set({ timeZone })}
          />
        </>
      )}
    </FormDialog>
  )
}
