'use client'

import { ActionIcon, Button, Textarea, TextInput } from '@mantine/core'
import { IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import layout from '@/components/ui/form.module.css'
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
  const box = useRef<HTMLFieldSetElement>(null)
  const { features } = form
  const change = (i: number, part: Partial<(typeof features)[number]>) =>
    set({ features: features.map((each, at) => (at === i ? { ...each, ...part } : each)) })
  return (
    <fieldset ref={box} className={layout.fieldset}>
      <legend>{m.fields.features}</legend>
      {features.length === 0 && <p className="od-muted">{m.noFeatures}</p>}
      <ul className={layout.rows}>
        {features.map(({ name, value }, i) => (
          <li key={i} className={layout.row} data-buttons="2">
            <TextInput
              aria-label={m.featureName({ n: i + 1 })}
              placeholder={m.featureNameShort}
              maxLength={1024}
              value={name}
              error={errors.features && !name && value ? true : undefined}
              onChange={(event) => change(i, { name: event.currentTarget.value })}
            />
            <TextInput
              aria-label={m.featureValue({ n: i + 1 })}
              placeholder={m.featureValueShort}
              maxLength={65_536}
              value={value}
              onChange={(event) => change(i, { value: event.currentTarget.value })}
            />
            <ActionIcon
              aria-label={m.moveUp({ name })}
              title={m.moveUp({ name })}
              disabled={i === 0}
              onClick={() => set({ features: features.with(i - 1, features[i]!).with(i, features[i - 1]!) })}
            >
              <IconArrowUp size={16} />
            </ActionIcon>
            <ActionIcon
              aria-label={m.removeFeature({ name })}
              title={m.removeFeature({ name })}
              onClick={() => set({ features: features.toSpliced(i, 1) })}
            >
              <IconTrash size={16} />
            </ActionIcon>
          </li>
        ))}
      </ul>
      {errors.features && (
        <p className={layout.error} role="alert">
          {errors.features}
        </p>
      )}
      <Button
        variant="subtle"
        size="compact-sm"
        mt={6}
        leftSection={<IconPlus size={15} />}
        disabled={features.length >= mostFeatures}
        onClick={() => {
          set({ features: [...features, { name: '', value: '' }] })
          requestAnimationFrame(() => box.current?.querySelector<HTMLInputElement>('li:last-child input')?.focus())
        }}
      >
        {m.addFeature}
      </Button>
    </fieldset>
  )
}
