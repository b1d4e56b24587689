'use client'

import { ActionIcon, Button, TagsInput, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useRef } from 'react'
import { useVariantMessages } from '@/lib/client/messages/areas/variants'
import { foldValue, optionLimits, splitValues } from './combinations'
import css from './generator.module.css'
import type { Generator, OptionRow } from './use-generator'

const separators = [',', '，', '、', ';', '；', '\t', '\n', '\r']

/** The options and their values: Enter or comma after each value, or a whole list pasted. */
export function OptionFields({ generator, tried }: { generator: Generator; tried: boolean }) {
  const m = useVariantMessages().generator
  const { options, setOptions, problems } = generator
  const box = useRef<HTMLDivElement>(null)
  const change = (id: number, part: Partial<OptionRow>) =>
    setOptions((earlier) => earlier.map((option) => (option.id === id ? { ...option, ...part } : option)))
  return (
    <div ref={box} className={css.options}>
      {options.map((option, i) => {
        const name = option.name.trim() || m.optionName({ number: i + 1 })
        const wrong = problems.names[i]
        return (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a frame around every option.
          <div key={option.id} role="group" aria-label={name} className={css.option}>
            <TextInput
              data-autofocus={i === 0 || undefined}
              data-name
              aria-label={m.optionName({ number: i + 1 })}
              placeholder={m.optionHint}
              maxLength={100}
              value={option.name}
              error={wrong === 'twice' ? m.nameTwice : wrong && tried ? m.nameMissing : undefined}
              onChange={(event) => change(option.id, { name: event.currentTarget.value })}
            />
            <TagsInput
              size="sm"
              // There is nothing to choose from, and an open list would keep Escape to itself.
              openOnFocus={false}
              classNames={{ inputField: css.valueField }}
              aria-label={m.valuesOf({ option: name })}
              placeholder={option.values.length === 0 ? m.valuesHint : ''}
              splitChars={separators}
              maxTags={optionLimits.values}
              isDuplicate={(value, current) => current.some((each) => foldValue(each) === foldValue(value))}
              value={option.values}
              error={
                option.values.length >= optionLimits.values ? m.tooManyValues({ most: optionLimits.values }) : undefined
              }
              onChange={(values) => change(option.id, { values: splitValues(values.join('\n')) })}
            />
            <ActionIcon
              aria-label={m.removeOption({ option: name })}
              disabled={options.length === 1}
              onClick={() => setOptions((earlier) => earlier.filter(({ id }) => id !== option.id))}
            >
              <IconTrash size={16} />
            </ActionIcon>
          </div>
        )
      })}
      <div>
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={15} />}
          disabled={options.length >= optionLimits.options}
          onClick={() => {
            setOptions((earlier) => [
              ...earlier,
              { id: Math.max(...earlier.map(({ id }) => id)) + 1, name: '', values: [] },
            ])
            requestAnimationFrame(() =>
              [...(box.current?.querySelectorAll<HTMLElement>('[data-name]') ?? [])].at(-1)?.focus(),
            )
          }}
        >
          {m.addOption}
        </Button>
      </div>
    </div>
  )
}
