import { Button, Switch, Textarea, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, useState } from 'react'
import { DeskPage } from '@/components/ui/desk-page'
import { DraftNotice } from '@/components/ui/draft-notice'
import { statusOf } from '@/components/ui/failure'
import layout from '@/components/ui/form.module.css'
import { Notice } from '@/components/ui/notice'
import page from '@/components/ui/page.module.css'
import { SaveBar } from '@/components/ui/save-bar'
import { Section } from '@/components/ui/section'
import { useSubmit } from '@/components/ui/use-submit'
import type { Tagged } from '@/lib/client/api'
import { useDraft } from '@/lib/client/editing/use-draft'
import { useUnsaved } from '@/lib/client/editing/use-unsaved'
import { useOrganizationMessages } from '@/lib/client/messages/areas/organizations'
import { useMessages } from '@/lib/client/messages/use-messages'
import { patchSettings, type Settings, settingsQuery } from '@/lib/client/organizations'
import { showToast } from '@/lib/client/toasts'
import { useSaveKeys } from '@/lib/client/use-save-keys'
import { CompanyFields } from './company-fields'
import { LabelFields } from './label-fields'
import { changesOf, type SettingsValues, valuesOf } from './settings-form'
import { SystemFields } from './system-fields'
import { WorldSelect } from './world-select'

type Props = { orgId: string; stored: Tagged<Settings>; isSystemAdmin: boolean }

/** The settings as one form: the server judges it, and what it says stands at the field it is about. */
export function SettingsEditor({ orgId, stored, isSystemAdmin }: Props) {
  const t = useMessages()
  const m = useOrganizationMessages()
  const queryClient = useQueryClient()
  const { form, busy, failure, errors, message, submit, forget } = useSubmit()
  // What the form was filled from: a newer version that comes in behind it does not overwrite what was typed.
  const [base, setBase] = useState(stored)
  const [values, setValues] = useState(() => valuesOf(stored.data))
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
    forget()
  }

  const save = async () => {
    if (!dirty) return
    await submit(async () => {
      const fresh = await patchSettings(orgId, patch, base.etag)
      queryClient.setQueryData(settingsQuery(orgId).queryKey, fresh)
      fillFrom(fresh)
      showToast({ kind: 'done', title: m.saved })
      // The name, the currency and the zone stand on every page.
      for (const queryKey of [['me'], ['organizations']]) void queryClient.invalidateQueries({ queryKey })
    })
  }
  async function reload() {
    const fresh = await queryClient.fetchQuery({ ...settingsQuery(orgId), staleTime: 0 })
    fillFrom(fresh)
  }
  useSaveKeys(save)

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
            <SaveBar>
              <p role="status" className={`od-muted ${page.space}`}>
                {m.unsaved}
              </p>
              <Button variant="default" onClick={() => fillFrom(stored)}>
                {m.discard}
              </Button>
              <Button type="submit" loading={busy} title="Ctrl/⌘ S">
                {m.save}
              </Button>
            </SaveBar>
          )
        }
      >
        <div className={page.notices}>
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
              {isStale ? m.staleText : (message ?? m.look)}
            </Notice>
          )}
        </div>
        <Section beside title={m.general} text={m.generalText}>
          <div className={layout.fields}>
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
          <div className={layout.fields}>
            <WorldSelect
              what="currency"
              description={base.data.hasPrices ? m.currencyLocked({ currency: base.data.currency }) : undefined}
              disabled={base.data.hasPrices}
              error={errors.currency}
              value={values.currency}
              onChange={(currency) => set({ currency })}
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
          <div className={layout.fields}>
            <WorldSelect
              what="country"
              error={errors.country}
              value={values.country}
              onChange={(country) => set({ country })}
            />
            <WorldSelect
              what="timeZone"
              error={errors.timeZone}
              value={values.timeZone}
              onChange={(timeZone) => set({ timeZone })}
            />
          </div>
        </Section>
        <Section beside title={m.labels} text={m.labelsText}>
          <div className={layout.fields}>
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
          <div className={layout.fields}>
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
