'use client'

import { Textarea } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import layout from '@/components/ui/form.module.css'
import { NameRows } from '@/components/ui/name-rows'
import { Section } from '@/components/ui/section'
import { useEditorMessages } from '@/lib/client/messages/areas/product-editor'
import { tagsQuery } from '@/lib/client/products'
import type { FormPart } from './form-part'
import { TagsField } from './tags-field'

const mostFeatures = 100

export function DetailsSection({ orgId, form, set, errors }: FormPart & { orgId: string }) {
  const m = useEditorMessages()
  const { data } = useQuery(tagsQuery(orgId))
  const known = data?.value.flatMap(({ tags }) => tags ?? []) ?? []
  const long = ['dimensions', 'variantNote', 'additionalInformation'] as const
  return (
    <Section title={m.descriptions} id="details">
      <div className={layout.stack}>
        <TagsField
          label={m.fields.tags}
          known={known}
          value={form.tags}
          error={errors.tags}
          onChange={(tags) => set({ tags })}
        />
        <Features form={form} set={set} errors={errors} />
        {long.map((name) => (
          <Textarea
            key={name}
            name={name}
            label={m.fields[name]}
            autosize
            minRows={1}
            maxRows={10}
            maxLength={65_536}
            value={form[name]}
            error={errors[name]}
            onChange={(event) => set({ [name]: event.currentTarget.value })}
          />
        ))}
      </div>
    </Section>
  )
}

/** Names with values, in an order of their own. */
function Features({ form, set, errors }: FormPart) {
  const m = useEditorMessages()
  const { features } = form
  return (
    <fieldset className={layout.fieldset}>
      <legend>{m.fields.features}</legend>
      {features.length === 0 && <p className="od-muted">{m.noFeatures}</p>}
      <NameRows
        words={{
          name: m.featureNameShort,
          value: m.featureValueShort,
          nameLabel: (n) => m.featureName({ n }),
          valueLabel: (n) => m.featureValue({ n }),
          add: m.addFeature,
          remove: (name) => m.removeFeature({ name }),
          moveUp: (name) => m.moveUp({ name }),
        }}
        rows={features.map(({ name, value }) => ({ name, text: value }))}
        most={mostFeatures}
        longestName={1024}
        longestValue={65_536}
        problemOf={(i) => errors.features !== undefined && !features[i]!.name && features[i]!.value !== ''}
        onChange={(rows) => set({ features: rows.map(({ name, text }) => ({ name, value: text })) })}
      />
      {errors.features && (
        <p className={layout.error} role="alert">
          {errors.features}
        </p>
      )}
    </fieldset>
  )
}
