'use client'

import { TextInput } from '@mantine/core'
import { useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { TreePicker } from '@/components/trees/tree-picker'
import { ActDialog } from '@/components/ui/act-dialog'
import { useProductMessages } from '@/lib/client/messages/areas/products'
import { createProduct, productQuery, productsKey } from '@/lib/client/products'
import { showToast } from '@/lib/client/toasts'

type Props = { orgId: string; onClose: () => void }

/** The two things a product cannot be without; the rest comes on its page. */
export function CreateDialog({ orgId, onClose }: Props) {
  const m = useProductMessages()
  const router = useRouter()
  const queryClient = useQueryClient()
  const [name, setName] = useState('')
  const [categoryIds, setCategoryIds] = useState<string[]>([])
  const [isTried, setTried] = useState(false)
  const create = async (categoryId: string) => {
    const fresh = await createProduct(orgId, { name: name.trim(), categoryId })
    queryClient.setQueryData(productQuery(orgId, fresh.data.id).queryKey, fresh)
    void queryClient.invalidateQueries({
      queryKey: productsKey(orgId),
      predicate: ({ queryKey }) => queryKey[2] !== 'one',
    })
    showToast({ kind: 'done', title: m.createdOne({ name: fresh.data.name }) })
    router.push(`/orgs/${orgId}/products/${fresh.data.id}`)
  }
  return (
    <ActDialog
      title={m.create}
      confirm={m.createConfirm}
      onClose={onClose}
      onConfirm={(form) => {
        setTried(true)
        if (name.trim() !== '' && categoryIds[0]) return create(categoryIds[0])
        form.querySelector<HTMLInputElement>(name.trim() === '' ? '[name=name]' : '[role=combobox]')?.focus()
        return undefined
      }}
    >
      <p className="od-muted">{m.createText}</p>
      <TextInput
        name="name"
        label={m.fields.name}
        required
        data-autofocus
        maxLength={1024}
        autoComplete="off"
        value={name}
        error={isTried && name.trim() === '' ? m.nameMissing : undefined}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TreePicker
        kind="categories"
        label={m.category}
        required
        max={1}
        value={categoryIds}
        error={isTried && !categoryIds[0] ? m.categoryMissing : undefined}
        onChange={setCategoryIds}
      />
    </ActDialog>
  )
}
