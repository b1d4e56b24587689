import { Button, Select, Switch, Textarea, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useRef, useState } from 'react'
import css from '@/components/people/desk.module.css'
import { DeskPage, Section } from '@/components/people/desk-page'
import { DraftNotice } from '@/components/ui/draft-notice'
import { explain, statusOf } from '@/components/ui/failure'
import { Notice } from '@/components/ui/notice'
import type { Tagged } from '@/lib/client/api'
import { useDraft } from '@/lib/client/editing/use-draft'
import { useUnsaved } from '@/lib/client/editing/use-unsaved'
import { type FieldErrors, fieldErrorsOf, focusFirstError } from '@/lib/client/field-errors'
import { useOrganizationMessages } from '@/lib/client/messages/areas/organizations'
import { useLanguage } from '@/lib/client/messages/use-messages'
import { patchSettings, type Settings, settingsQuery } from '@/lib/client/organizations'
import { countries, currencies, timeZones } from '@/lib/client/places-of-the-world'
import { showToast } from '@/lib/client/toasts'
import { useSaveKeys } from '@/lib/client/use-save-keys'
import { CompanyFields } from './company-fields'
import { LabelFields } from './label-fields'
import own from './organizations.module.css'
import { changesOf, type SettingsValues, valuesOf } from './settings-form'
import { SystemFields } from './system-fields'

type Props = { orgId: string; stored: Tagged<Settings>; isSystemAdmin: boolean }

/** The settings as one form: the server judges it, and what it says stands at the field it is about. */
export function SettingsEditor({ orgId, stored, isSystemAdmin }: Props) {
  const { locale, messages: t } = useLanguage()
  const m = useOrganizationMessages()
  const queryClient = useQueryClient()
  const form = useRef<HTMLFormElement>(null)
  // What the form was filled from: a newer version that comes in behind it does not overwrite what was typed.
  const [base, setBase] = useState(stored)
  const [values, setValues] = useState(() => valuesOf(stored.data))
  const [errors, setErrors] = useState<FieldErrors>({})
  const [failure, setFailure] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const patch = changesOf(base.data, values)
  const dirty = Object.keys(patch).length > 0
  if (!dirty && stored !== base) {
    setBase(stored)
    setValues(valuesOf(stored.data))
  }
  const draft = useDraft({ key: `settings/${orgId}`, value: values, dirty, base: base.etag ?? '' })
  useUnsaved(dirty)

  const set = (change: Partial<SettingsValues>) => setValues((earlier) => ({ ...earlier, ...change }))
  const fillFrom = (fresh: Tagged<Settings>) => {
    setBase(fresh)
    setValues(valuesOf(fresh.data))
    setErrors({})
    setFailure(undefined)
  }

  async function save() {
    if (busy || !dirty) return
    setBusy(true)
    setErrors({})
    setFailure(undefined)
    try {
      const fresh = await patchSettings(orgId, patch, base.etag)
      queryClient.setQueryData(settingsQuery(orgId).queryKey, fresh)
      fillFrom(fresh)
      showToast({ kind: 'done', title: m.saved })
      // The name, the currency and the zone stand on every page.
      for (const queryKey of [['me'], ['organizations']]) void queryClient.invalidateQueries({ queryKey })
    } catch (error) {
      setErrors(fieldErrorsOf(error, t))
      setFailure(error)
      focusFirstError(form.current)
    } finally {
      setBusy(false)
    }
  }
  async function reload() {
    const fresh = await queryClient.fetchQuery({ ...settingsQuery(orgId), staleTime: 0 })
    fillFrom(fresh)
  }
  useSaveKeys(save)

  const hasFieldErrors = Object.keys(errors).length > 0
  const isStale = statusOf(failure) === 412
  return (
    <form
      ref={form}
      noValidate
      style={{ display: 'contents' }}
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        void save()
      }}
    >
      <DeskPage
        title={m.settings}
        within={[base.data.name]}
        foot={
          dirty && (
            <div className={css.saveBar}>
              <p role="status">{m.unsaved}</p>
              <Button variant="default" onClick={() => fillFrom(stored)}>
                {m.discard}
              </Button>
              <Button type="submit" loading={busy} title="Ctrl/⌘ S">
                {m.save}
              </Button>
            </div>
          )
        }
      >
        <div className={own.notice}>
          <DraftNotice draft={draft} base={base.etag ?? ''} onRestore={setValues} />
          {failure !== undefined && (
            <Notice
              kind="bad"
              title={isStale ? m.stale : m.notSaved}
              actions={
                isStale && (
                  <Button size="compact-sm" variant="default" onClick={() => void reload()}>
                    {t.app.reload}
                  </Button>
                )
              }
            >
              {isStale ? m.staleText : hasFieldErrors ? m.look : explain(failure, t)}
            </Notice>
          )}
        </div>
        <Section beside title={m.general} text={m.generalText}>
          <div className={css.fields}>
            <TextInput
              label={m.name}
              required
              maxLength={200}
              autoComplete="off"
              error={errors.name}
              value={values.name}
              onChange={(event) => set({ name: event.currentTarget.value })}
            />
            <Textarea
              label={m.description}
              rows={3}
              maxLength={2000}
              error={errors.description}
              value={values.description}
              onChange={(event) => set({ description: event.currentTarget.value })}
            />
          </div>
        </Section>
        <Section beside title={m.money} text={m.moneyText}>
          <div className={css.fields}>
            <Select
              label={m.currency}
              description={base.data.hasPrices ? m.currencyLocked({ currency: base.data.currency }) : undefined}
              disabled={base.data.hasPrices}
              searchable
              allowDeselect={false}
              limit={60}
              nothingFoundMessage={m.nothingFound}
              data={currencies(locale)}
              error={errors.currency}
              value={values.currency}
              onChange={(currency) => currency && set({ currency })}
            />
            <TextInput
              label={m.taxRate}
              description={m.taxHint}
              inputMode="decimal"
              autoComplete="off"
              error={errors.taxRate}
              value={values.taxRate}
              onChange={(event) => set({ taxRate: event.currentTarget.value })}
            />
          </div>
        </Section>
        <Section beside title={m.region} text={m.regionText}>
          <div className={css.fields}>
            <Select
              label={m.country}
              searchable
              allowDeselect={false}
              limit={60}
              nothingFoundMessage={m.nothingFound}
              data={countries(locale)}
              error={errors.country}
              value={values.country}
              onChange={(country) => country && set({ country })}
            />
            <Select
              label={m.timeZone}
              searchable
              allowDeselect={false}
              limit={60}
              nothingFoundMessage={m.nothingFound}
              data={timeZones()}
              error={errors.timeZone}
              value={values.timeZone}
              onChange={(timeZone) => timeZone && set({ timeZone })}
            />
          </div>
        </Section>
        <Section beside title={m.labels} text={m.labelsText}>
          <div className={css.fields}>
            <LabelFields orgId={orgId} labels={values.labels} errors={errors} onChange={(labels) => set({ labels })} />
            <Switch
              label={m.sync}
              description={m.syncHint}
              checked={values.sync}
              onChange={(event) => set({ sync: event.currentTarget.checked })}
            />
          </div>
        </Section>
        <Section beside title={m.companies} text={m.companiesText}>
          <div className={css.fields}>
            <CompanyFields
              orgId={orgId}
              companies={values.companies}
              errors={errors}
              onChange={(companies) => set({ companies })}
            />
          </div>
        </Section>
        <Section beside title={m.system} text={m.systemText}>
          <SystemFields settings={base.data} values={values} errors={errors} mayChange={isSystemAdmin} onChange={set} />
        </Section>
      </DeskPage>
    </form>
  )
}
