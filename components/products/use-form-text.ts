'use client'

import { useEditorMessages } from '@/lib/client/messages/areas/product-editor'
import { useProductMessages } from '@/lib/client/messages/areas/products'
import type { FormField, ProductForm } from '@/lib/client/product-form'

/** What a field of the form says, in one piece of text. */
export function useFormText() {
  const m = useEditorMessages()
  const words = useProductMessages()
  return (field: FormField, form: ProductForm): string => {
    switch (field) {
      case 'status':
        return words.statusWords[form.status]
      case 'isPromoted':
        return form.isPromoted ? m.yes : m.no
      case 'tags':
        return form.tags.join(', ')
      case 'features':
        return form.features.map(({ name, value }) => `${name}: ${value}`).join('\n')
      case 'customFields':
        return form.customFields.map(({ name, text }) => `${name}: ${text}`).join('\n')
      case 'attributes':
        return form.attributes.map(({ value }) => (Array.isArray(value) ? value.join(', ') : String(value))).join('\n')
      case 'imageIds':
      case 'locationIds':
        return form[field].join('\n')
      default:
        return form[field]
    }
  }
}
