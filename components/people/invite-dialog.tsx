import { Button, Modal, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import { explain } from '@/components/ui/failure'
import { Notice } from '@/components/ui/notice'
import { type FieldErrors, fieldErrorsOf, focusFirstError } from '@/lib/client/field-errors'
import { formatInstant } from '@/lib/client/format'
import { invite, membersKey } from '@/lib/client/members'
import { usePeopleMessages } from '@/lib/client/messages/areas/people'
import { useLanguage } from '@/lib/client/messages/use-messages'
import type { MemberRole } from '@/lib/resources/member'
import css from './desk.module.css'
import { RoleChoice } from './role-choice'
import { ShownOnce } from './shown-once'

type Props = { orgId: string; timeZone: string; mayMakeOwners: boolean; onClose: () => void }

/** Asks for a role and perhaps an address, then shows the link, this once. */
export function InviteDialog({ orgId, timeZone, mayMakeOwners, onClose }: Props) {
  const { locale, messages: t } = useLanguage()
  const m = usePeopleMessages()
  const queryClient = useQueryClient()
  const form = useRef<HTMLFormElement>(null)
  const [role, setRole] = useState<MemberRole>('member')
  const [email, setEmail] = useState('')
  const [made, setMade] = useState<{ url: string; expiresAt: string }>()
  const [busy, setBusy] = useState(false)
  const [errors, setErrors] = useState<FieldErrors & { form?: string }>({})

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault()
    setBusy(true)
    setErrors({})
    try {
      setMade(await invite(orgId, { role, ...(email.trim() && { email: email.trim() }) }))
      void queryClient.invalidateQueries({ queryKey: membersKey(orgId) })
    } catch (error) {
      const found = fieldErrorsOf(error, t)
      setErrors(found.email ? found : { form: explain(error, t) })
      focusFirstError(form.current)
    } finally {
      setBusy(false)
    }
  }
  return (
    <Modal
      opened
      onClose={onClose}
      title={made ? m.inviteDone : m.inviteTitle}
      size={480}
      closeButtonProps={{ 'aria-label': t.app.close }}
    >
      {made ? (
        <div className={css.dialog}>
          <p className={css.small}>{m.inviteOnce({ when: formatInstant(locale, timeZone, made.expiresAt) })}</p>
          <ShownOnce label={m.link} value={made.url} />
          <div className={css.dialogFoot}>
            <Button onClick={onClose}>{m.done}</Button>
          </div>
        </div>
      ) : (
        <form ref={form} className={css.dialog} noValidate onSubmit={submit}>
          {errors.form && <Notice kind="bad">{errors.form}</Notice>}
          <RoleChoice value={role} mayMakeOwners={mayMakeOwners} onChange={setRole} />
          <TextInput
            type="email"
            name="email"
            label={m.emailOptional}
            description={m.emailHint}
            autoComplete="off"
            spellCheck={false}
            error={errors.email}
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <div className={css.dialogFoot}>
            <Button variant="default" onClick={onClose}>
              {t.app.cancel}
            </Button>
            <Button type="submit" loading={busy}>
              {m.inviteVerb}
            </Button>
          </div>
        </form>
      )}
    </Modal>
  )
}
