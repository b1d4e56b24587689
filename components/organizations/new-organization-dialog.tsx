import { Button, Modal, Select, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { type FormEvent, useRef, useState } from 'react'
import css from '@/components/people/desk.module.css'
import { explain } from '@/components/ui/failure'
import { Notice } from '@/components/ui/notice'
import { type FieldErrors, fieldErrorsOf, focusFirstError } from '@/lib/client/field-errors'
import { listKey } from '@/lib/client/lists'
import { useOrganizationMessages } from '@/lib/client/messages/areas/organizations'
import { useLanguage } from '@/lib/client/messages/use-messages'
import { createOrganization } from '@/lib/client/organizations'
import { countries, currencies, timeZones } from '@/lib/client/places-of-the-world'
import { showToast } from '@/lib/client/toasts'

const start = { name: '', slug: '', country: 'JP', currency: 'JPY', timeZone: 'Asia/Tokyo' }

/** Asks for what an organization cannot do without, then goes to its settings. */
export function NewOrganizationDialog({ onClose }: { onClose: () => void }) {
  const { locale, messages: t } = useLanguage()
  const m = useOrganizationMessages()
  const router = useRouter()
  const queryClient = useQueryClient()
  const form = useRef<HTMLFormElement>(null)
  const [values, setValues] = useState(start)
  const [busy, setBusy] = useState(false)
  const [errors, setErrors] = useState<FieldErrors & { form?: string }>({})
  const set = (change: Partial<typeof start>) => setValues((earlier) => ({ ...earlier, ...change }))

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    setBusy(true)
    setErrors({})
    try {
      const made = await createOrganization({ ...values, name: values.name.trim(), slug: values.slug.trim() })
      showToast({ kind: 'done', title: m.created({ name: made.name }) })
      for (const queryKey of [['organizations'], listKey('/orgs')]) void queryClient.invalidateQueries({ queryKey })
      onClose()
      router.push(`/orgs/${made.id}/settings`)
    } catch (error) {
      const found = fieldErrorsOf(error, t)
      setErrors(Object.keys(found).some((name) => name in values) ? found : { form: explain(error, t) })
      setBusy(false)
      focusFirstError(form.current)
    }
  }
  return (
    <Modal opened onClose={onClose} title={m.create} size={480} closeButtonProps={{ 'aria-label': t.app.close }}>
      <form ref={form} className={css.dialog} noValidate onSubmit={submit}>
        {errors.form && <Notice kind="bad">{errors.form}</Notice>}
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
        <div className={css.pair}>
          <Select
            label={m.country}
            searchable
            allowDeselect={false}
            limit={60}
            data={countries(locale)}
            error={errors.country}
            value={values.country}
            onChange={(country) => country && set({ country })}
          />
          <Select
            label={m.currency}
            searchable
            allowDeselect={false}
            limit={60}
            data={currencies(locale)}
            error={errors.currency}
            value={values.currency}
            onChange={(currency) => currency && set({ currency })}
          />
        </div>
        <Select
          label={m.timeZone}
          searchable
          allowDeselect={false}
          limit={60}
          data={timeZones()}
          error={errors.timeZone}
          value={values.timeZone}
          onChange={(timeZone) => timeZone && set({ timeZone })}
        />
        <div className={css.dialogFoot}>
          <Button variant="default" onClick={onClose}>
            {t.app.cancel}
          </Button>
          <Button type="submit" loading={busy}>
            {m.createVerb}
          </Button>
        </div>
      </form>
    </Modal>
  )
}
