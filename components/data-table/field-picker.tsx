'use client'

import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { useFilterMessages } from '@/lib/client/messages/areas/filter'
import css from './filter-editors.module.css'
import type { FieldWords } from './filter-words'
import { moveInList, Popup } from './popup'
import popup from './popup.module.css'

type Props = {
  words: FieldWords
  hiddenFields?: readonly string[]
  onPick: (path: string) => void
  onAdvanced: () => void
  onClose: () => void
}

const plain = (text: string) => text.normalize('NFKC').toLowerCase()

/** The fields a list can be filtered by, found by their names in the reader's language or the API's. */
export function FieldPicker({ words, hiddenFields = [], onPick, onAdvanced, onClose }: Props) {
  const m = useFilterMessages()
  const [text, setText] = useState('')
  const { resource, fieldLabel } = words
  const fields = Object.entries(resource.fields)
    .filter(([path, { filterable }]) => filterable !== false && !hiddenFields.includes(path))
    .map(([path]) => ({ path, label: fieldLabel(path) }))
    .filter(({ path, label }) => plain(`${label} ${path}`).includes(plain(text.trim())))
  return (
    <Popup label={m.addLabel} onClose={onClose}>
      <search
        onKeyDown={(event) => {
          moveInList(event)
          if (event.key !== 'Enter' || event.nativeEvent.isComposing || fields.length === 0) return
          if (event.target instanceof HTMLInputElement) {
            event.preventDefault()
            onPick(fields[0]!.path)
          }
        }}
      >
        <TextInput
          size="sm"
          aria-label={m.findField}
          placeholder={m.findField}
          autoComplete="off"
          data-autofocus
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <ul className={css.fields} aria-label={m.fields}>
          {fields.map(({ path, label }) => (
            <li key={path}>
              <button type="button" data-item className={popup.item} onClick={() => onPick(path)}>
                <span>{label}</span>
                <span className={`od-cut od-mono ${popup.note}`}>{path}</span>
              </button>
            </li>
          ))}
          {fields.length === 0 && <li className={css.none}>{m.noField}</li>}
        </ul>
        <div className={css.advanced}>
          <button type="button" data-item className={popup.item} onClick={onAdvanced}>
            {m.advanced}
            <span className={`od-cut od-mono ${popup.note}`}>$filter</span>
          </button>
        </div>
      </search>
    </Popup>
  )
}
