import type { FormField, ProductForm } from '@/lib/client/product-form'

/** What a part of the editor is given. */
export type FormPart = {
  form: ProductForm
  set: (patch: Partial<ProductForm>) => void
  /** What is wrong, at the field it is about. */
  errors: Partial<Record<FormField, string>>
}
