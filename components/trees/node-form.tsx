'use client'

import { Button, NumberInput, SegmentedControl, Textarea, TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { type FormEvent, type KeyboardEvent, useState } from 'react'
import { DraftNotice } from '@/components/ui/draft-notice'
import { explain, statusOf } from '@/components/ui/failure'
import layout from '@/components/ui/form.module.css'
import { Notice } from '@/components/ui/notice'
import { SaveBar } from '@/components/ui/save-bar'
import type { Tagged } from '@/lib/client/api'
import { useDraft } from '@/lib/client/editing/use-draft'
import { useUnsaved } from '@/lib/client/editing/use-unsaved'
import { fieldErrorsOf } from '@/lib/client/field-errors'
import { useTreeMessages } from '@/lib/client/messages/areas/trees'
import { useMessages } from '@/lib/client/messages/use-messages'
import { showToast } from '@/lib/client/toasts'
import { type EntityPatch, entityKey, patchEntity, type TreeEntity, type TreeKind } from '@/lib/client/trees'
import css from './node-panel.module.css'
import { TreePicker } from './tree-picker'

type Fields = {
  name: string
  parentId: string | null
  description: string
  status: 'ACTIVE' | 'ARCHIVED'
  sequence: number | ''
  iconType: string
  iconValue: string
  code: string
  type: string
}

const fieldsOf = (entity: TreeEntity): Fields => ({
  name: entity.name,
  parentId: entity.parent,
  description: entity.description ?? '',
  status: entity.status ?? 'ACTIVE',
  sequence: entity.sequence ?? 0,
  iconType: entity.icon?.type ?? '',
  iconValue: entity.icon?.value ?? '',
  code: entity.code ?? '',
  type: entity.type ?? '',
})

/** What of the fields differs from what the server holds, in the API's words. */
function patchOf(kind: TreeKind, fields: Fields, entity: TreeEntity): EntityPatch {
  const stored = fieldsOf(entity)
  const differs = (name: keyof Fields) => fields[name] !== stored[name]
  const patch: EntityPatch = {}
  if (differs('name')) patch.name = fields.name.trim()
  if (differs('parentId')) patch.parentId = fields.parentId
  if (kind === 'locations') {
    if (differs('code')) patch.code = fields.code
    if (differs('type')) patch.type = fields.type
    return patch
  }
  if (differs('description')) patch.description = fields.description
  if (differs('status')) patch.status = fields.status
  if (differs('sequence')) patch.sequence = Number(fields.sequence)
  if (differs('iconType') || differs('iconValue')) {
    const icon = { type: fields.iconType.trim(), value: fields.iconValue.trim() }
    patch.icon = icon.type === '' && icon.value === '' ? null : icon
  }
  return patch
}

type Props = {
  kind: TreeKind
  entity: Tagged<TreeEntity>
  onSaved: (before: TreeEntity, after: TreeEntity) => void
  onReload: () => void
}

/** All fields of a node. Saved as one change against the version that was read. */
export function NodeForm({ kind, entity, onSaved, onReload }: Props) {
  const t = useMessages()
  const m = useTreeMessages()
  const queryClient = useQueryClient()
  const [stored, setStored] = useState(entity)
  const [fields, setFields] = useState(() => fieldsOf(entity.data))
  const [errors, setErrors] = useState<Partial<Record<string, string>>>({})
  const [failure, setFailure] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const patch = patchOf(kind, fields, stored.data)
  const dirty = Object.keys(patch).length > 0
  // Renamed or moved in the tree meanwhile: without changes here the form simply follows.
  if (entity.etag !== stored.etag && !dirty) {
    setStored(entity)
    setFields(fieldsOf(entity.data))
  }
  const base = stored.etag ?? ''
  useUnsaved(dirty)
  const draft = useDraft<Fields>({ key: `${kind}/${entity.data.id}`, value: fields, dirty, base })
  const set = (change: Partial<Fields>) => {
    setFields((old) => ({ ...old, ...change }))
    setErrors({})
  }
  const isStale = statusOf(failure) === 412

  const check = () => {
    const found: Partial<Record<string, string>> = {}
    if (fields.name.trim() === '') found.name = m.errors.name
    if (kind === 'categories' && (fields.iconType.trim() === '') !== (fields.iconValue.trim() === '')) {
      found.icon = m.errors.icon
    }
    if (fields.sequence === '') found.sequence = m.errors.sequence
    setErrors(found)
    return Object.keys(found).length === 0
  }
  const save = async () => {
    if (busy || !dirty || !check()) return
    setBusy(true)
    setFailure(undefined)
    try {
      const saved = await patchEntity(kind, entity.data.id, patch, stored.etag)
      const before = stored.data
      queryClient.setQueryData(entityKey(kind, entity.data.id), saved)
      setStored(saved)
      setFields(fieldsOf(saved.data))
      showToast({ kind: 'done', title: m.saved({ name: saved.data.name }) })
      onSaved(before, saved.data)
    } catch (error) {
      const named = statusOf(error) === 400 ? Object.entries(fieldErrorsOf(error, t)) : []
      if (named.length > 0) setErrors(Object.fromEntries(named.map(([target, text]) => [target.split('.')[0], text])))
      else setFailure(error)
    } finally {
      setBusy(false)
    }
  }
  return (
    <form
      className={layout.stack}
      noValidate
      onSubmit={(event: FormEvent) => {
        event.preventDefault()
        void save()
      }}
      onKeyDown={(event: KeyboardEvent) => {
        const isSave = (event.ctrlKey || event.metaKey) && (event.key === 's' || event.key === 'Enter')
        if (!isSave || event.nativeEvent.isComposing) return
        event.preventDefault()
        void save()
      }}
    >
      <DraftNotice draft={draft} base={base} onRestore={(value) => setFields(value)} />
      <TextInput
        label={m.fields.name}
        required
        maxLength={1024}
        value={fields.name}
        error={errors.name}
        onChange={(event) => set({ name: event.currentTarget.value })}
      />
      <TreePicker
        kind={kind}
        label={m.fields.parent}
        description={m.fields.parentHint}
        max={1}
        value={fields.parentId === null ? [] : [fields.parentId]}
        error={errors.parentId}
        blocked={(node) => (node.id === entity.data.id ? m.problems.cycle : undefined)}
        onChange={([parentId]) => set({ parentId: parentId ?? null })}
      />
      {kind === 'categories' ? (
        <>
          <Textarea
            label={m.fields.description}
            autosize
            minRows={3}
            maxRows={10}
            maxLength={65_536}
            value={fields.description}
            error={errors.description}
            onChange={(event) => set({ description: event.currentTarget.value })}
          />
          <div>
            <p className={css.label} id="node-status">
              {m.fields.status}
            </p>
            <SegmentedControl
              aria-labelledby="node-status"
              fullWidth
              value={fields.status}
              onChange={(status) => set({ status: status as Fields['status'] })}
              data={(['ACTIVE', 'ARCHIVED'] as const).map((value) => ({ value, label: m.statuses[value] }))}
            />
            {fields.status === 'ARCHIVED' && <p className="od-muted">{m.archivedHint}</p>}
          </div>
          <NumberInput
            label={m.fields.sequence}
            description={m.fields.sequenceHint}
            value={fields.sequence}
            error={errors.sequence}
            onChange={(value) => set({ sequence: value === '' ? '' : Number(value) })}
          />
          <div className={layout.pair}>
            <TextInput
              label={m.fields.iconType}
              placeholder="emoji"
              maxLength={256}
              value={fields.iconType}
              error={errors.icon}
              onChange={(event) => set({ iconType: event.currentTarget.value })}
            />
            <TextInput
              label={m.fields.iconValue}
              placeholder="🍵"
              maxLength={4096}
              value={fields.iconValue}
              onChange={(event) => set({ iconValue: event.currentTarget.value })}
            />
          </div>
        </>
      ) : (
        <div className={layout.pair}>
          <TextInput
            label={m.fields.code}
            maxLength={1024}
            value={fields.code}
            error={errors.code}
            onChange={(event) => set({ code: event.currentTarget.value })}
          />
          <TextInput
            label={m.fields.type}
            description={m.fields.typeHint}
            inputWrapperOrder={['label', 'input', 'error', 'description']}
            maxLength={1024}
            list="location-types"
            value={fields.type}
            error={errors.type}
            onChange={(event) => set({ type: event.currentTarget.value })}
          />
          <datalist id="location-types">
            {['region', 'prefecture', 'city'].map((value) => (
              <option key={value} value={value} />
            ))}
          </datalist>
        </div>
      )}
      {failure !== undefined && (
        <Notice
          kind="bad"
          title={isStale ? m.stale : t.toast.failed}
          actions={
            isStale && (
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => {
                  setFailure(undefined)
                  setFields(fieldsOf(stored.data))
                  onReload()
                }}
              >
                {m.takeTheirs}
              </Button>
            )
          }
        >
          {isStale ? m.staleText : explain(failure, t)}
        </Notice>
      )}
      <SaveBar inset>
        <Button type="submit" disabled={!dirty} loading={busy} title="Ctrl/⌘ S">
          {t.app.save}
        </Button>
        {dirty && (
          <Button
            variant="default"
            onClick={() => {
              setFields(fieldsOf(stored.data))
              setErrors({})
              setFailure(undefined)
            }}
          >
            {m.discard}
          </Button>
        )}
      </SaveBar>
    </form>
  )
}
