'use client'

import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ApiError, type Tagged } from '@/lib/client/api'
import { type Attribute, attributeQuery, attributesKey, createAttribute, patchAttribute } from '@/lib/client/attributes'
import { useDraft } from '@/lib/client/editing/use-draft'
import { useUnsaved } from '@/lib/client/editing/use-unsaved'
import { bodyOf, emptyFields, type Fields, fieldsOf, patchOf, problemsOf } from './attribute-fields'

const hasChanges = (patch: object) => Object.keys(patch).length > 0

/** What an attribute's form holds, whether it differs from the server's, and how it is saved. */
export function useAttributeForm(attribute: Tagged<Attribute> | undefined) {
  const queryClient = useQueryClient()
  const [stored, setStored] = useState(attribute)
  const initial = () => (stored ? fieldsOf(stored.data) : emptyFields)
  const [fields, setFields] = useState<Fields>(initial)
  const [isChecked, setChecked] = useState(false)
  const [failure, setFailure] = useState<unknown>()
  const [busy, setBusy] = useState(false)
  const dirty = stored
    ? hasChanges(patchOf(fields, stored.data))
    : JSON.stringify(fields) !== JSON.stringify(emptyFields)
  if (attribute && attribute.etag !== stored?.etag && !dirty) {
    setStored(attribute)
    setFields(fieldsOf(attribute.data))
  }
  const base = stored?.etag ?? ''
  const key = `attribute/${stored?.data.id ?? 'new'}`
  useUnsaved(dirty)
  const draft = useDraft<Fields>({ key, value: fields, dirty, base })
  const problems = isChecked ? problemsOf(fields) : {}

  /** Answers what was saved; undefined when something is missing or the server refused, which `failure` then says. */
  const save = async (): Promise<Attribute | undefined> => {
    setChecked(true)
    if (busy || (stored && !dirty) || hasChanges(problemsOf(fields))) return undefined
    setBusy(true)
    setFailure(undefined)
    try {
      const saved = stored
        ? await patchAttribute(stored.data.id, patchOf(fields, stored.data), stored.etag)
        : await createAttribute(bodyOf(fields))
      queryClient.setQueryData(attributeQuery(saved.data.id).queryKey, saved)
      setStored(saved)
      setFields(fieldsOf(saved.data))
      setChecked(false)
      void queryClient.invalidateQueries({
        queryKey: attributesKey,
        predicate: ({ queryKey }) => queryKey[attributesKey.length] !== 'one',
      })
      return saved.data
    } catch (error) {
      setFailure(error)
      return undefined
    } finally {
      setBusy(false)
    }
  }
  return {
    fields,
    set: (change: Partial<Fields>) => setFields((old) => ({ ...old, ...change })),
    restore: setFields,
    discard: () => {
      setFields(initial())
      setFailure(undefined)
      setChecked(false)
    },
    problems,
    failure,
    isStale: failure instanceof ApiError && failure.status === 412,
    dirty,
    busy,
    base,
    draft,
    save,
  }
}
