'use client'

import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { TreePicker } from '@/components/trees/tree-picker'
import { Failure } from '@/components/ui/failure'
import layout from '@/components/ui/form.module.css'
import { Section } from '@/components/ui/section'
import { useEditorMessages } from '@/lib/client/messages/areas/product-editor'
import { type Attribute, type AttributeValue, attributesByIdQuery, attributesQuery } from '@/lib/client/products'
import { AttributeField } from './attribute-field'
import type { FormPart } from './form-part'
import css from './product.module.css'

/** Attributes under their group's name, in the order in which the groups come. */
function byGroup(attributes: readonly Attribute[]) {
  return [...Map.groupBy(attributes, ({ groupName }) => groupName ?? '')].sort(
    ([one], [other]) => Number(one !== '') - Number(other !== ''),
  )
}

/** The category and what products of it are asked for; values the category does not ask for stay until taken off. */
export function CategorySection({ form, set, errors }: FormPart) {
  const m = useEditorMessages()
  const asked = useQuery({ ...attributesQuery(form.categoryId), enabled: form.categoryId !== '' })
  const attributes = asked.data ?? []
  const others = form.attributes
    .map(({ attributeId }) => attributeId)
    .filter((id) => !attributes.some((attribute) => attribute.id === id))
    .sort()
  const strangers = useQuery({ ...attributesByIdQuery(others), enabled: asked.data !== undefined && others.length > 0 })
  const change = (attributeId: string, value: AttributeValue | undefined) => {
    const known = form.attributes.some((each) => each.attributeId === attributeId)
    if (value === undefined) set({ attributes: form.attributes.filter((each) => each.attributeId !== attributeId) })
    else if (!known) set({ attributes: [...form.attributes, { attributeId, value }] })
    else {
      set({
        attributes: form.attributes.map((each) => (each.attributeId === attributeId ? { attributeId, value } : each)),
      })
    }
  }
  const givenFor = (id: string) => form.attributes.find(({ attributeId }) => attributeId === id)?.value
  return (
    <Section title={m.classification} id="category">
      <div className={layout.stack}>
        <TreePicker
          kind="categories"
          label={m.fields.categoryId}
          required
          max={1}
          value={form.categoryId ? [form.categoryId] : []}
          error={errors.categoryId}
          onChange={([categoryId = '']) => set({ categoryId })}
        />
        {asked.error && !asked.data ? (
          <Failure title={m.attributesFailed} error={asked.error} onRetry={() => asked.refetch()} />
        ) : asked.data && attributes.length === 0 && others.length === 0 ? (
          <p className="od-muted">{m.noAttributes}</p>
        ) : (
          <div className={css.attributes} aria-busy={asked.isPending && form.categoryId !== ''}>
            {byGroup(attributes).map(([group, own]) => [
              group && (
                <h3 key={group} className={css.group}>
                  {group}
                </h3>
              ),
              own.map((attribute) => (
                <AttributeField
                  key={attribute.id}
                  attribute={attribute}
                  value={givenFor(attribute.id)}
                  onChange={(value) => change(attribute.id, value)}
                />
              )),
            ])}
            {asked.data && others.length > 0 && (
              <>
                <h3 className={css.group} title={m.otherAttributesHint}>
                  {m.otherAttributes}
                </h3>
                {others.map((id) => {
                  const attribute = strangers.data?.find((each) => each.id === id)
                  const value = givenFor(id)
                  return (
                    <div key={id}>
                      {attribute ? (
                        <AttributeField attribute={attribute} value={value} onChange={(next) => change(id, next)} />
                      ) : (
                        <p className="od-muted">{JSON.stringify(value)}</p>
                      )}
                      <Button variant="subtle" size="compact-xs" onClick={() => change(id, undefined)}>
                        {m.takeOff}
                      </Button>
                    </div>
                  )
                })}
              </>
            )}
          </div>
        )}
        {errors.attributes && (
          <p className={layout.error} role="alert">
            {errors.attributes}
          </p>
        )}
      </div>
    </Section>
  )
}
