'use client'

import { CloseButton, Input, Popover } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import chips from '@/components/ui/chips.module.css'
import { useTreeMessages } from '@/lib/client/messages/areas/trees'
import type { TreeKind, TreeNode } from '@/lib/client/trees'
import { TreeChoices } from './tree-choices'
import css from './tree-picker.module.css'
import { useChosenNodes } from './use-chosen-nodes'

type Props = {
  kind: TreeKind
  value: readonly string[]
  /** Most that may be chosen; with 1 a choice replaces the earlier one and closes the tree. */
  max: number
  label: string
  description?: string
  error?: string
  disabled?: boolean
  required?: boolean
  /** Ids that cannot be chosen, with the reason. */
  blocked?: (node: TreeNode) => string | undefined
  onChange: (ids: string[]) => void
}

/**
 * Chooses nodes of a tree: what is chosen as chips, a search field, the tree below it. The focus stays in the field;
 * arrows walk the tree, Enter chooses, Backspace in the empty field takes the last choice back, Escape closes.
 */
export function TreePicker(props: Props) {
  const { kind, value, max, label, description, error, disabled, required, onChange } = props
  const m = useTreeMessages()
  const listId = useId()
  const inputId = useId()
  const input = useRef<HTMLInputElement>(null)
  const [opened, setOpened] = useState(false)
  const [words, setWords] = useState('')
  const [said, setSaid] = useState('')
  const [activeId, setActiveId] = useState<string>()
  const keys = useRef<(event: KeyboardEvent<HTMLInputElement>) => boolean>(undefined)
  // What Enter was pressed for before there was an answer to choose from.
  const awaited = useRef<string>(undefined)
  const { chosen, isKnown } = useChosenNodes(kind, value)
  const nameOf = (id: string) => chosen.find((each) => each.id === id)?.node?.name ?? m.picker.gone

  const remove = (id: string) => {
    setSaid(m.picker.removedOne({ name: nameOf(id) }))
    onChange(value.filter((each) => each !== id))
  }
  const toggle = (node: TreeNode) => {
    if (value.includes(node.id)) return remove(node.id)
    setSaid(m.picker.chosenOne({ name: node.name }))
    if (max === 1) {
      onChange([node.id])
      close()
    } else onChange([...value, node.id])
    setWords('')
  }
  const close = () => {
    setOpened(false)
    setWords('')
    setActiveId(undefined)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing || disabled) return
    if (event.key === 'Escape' && opened) {
      event.stopPropagation()
      event.preventDefault()
      return close()
    }
    if (event.key === 'Backspace' && words === '' && value.length > 0) return remove(value.at(-1)!)
    if (event.key === 'Tab') return close()
    if (!opened) {
      if (event.key !== 'ArrowDown' && event.key !== 'Enter') return
      event.preventDefault()
      return setOpened(true)
    }
    if (keys.current) {
      if (keys.current(event)) event.preventDefault()
    } else if (event.key === 'Enter') {
      event.preventDefault()
      awaited.current = words
    }
  }
  return (
    <Input.Wrapper
      label={label}
      description={description}
      error={error}
      required={required}
      labelProps={{ htmlFor: inputId }}
      className={css.wrapper}
    >
      <Popover
        withRoles={false}
        opened={opened && !disabled}
        onChange={(next) => !next && close()}
        position="bottom-start"
        width="target"
      >
        <Popover.Target>
          {/* biome-ignore lint/a11y/noStaticElementInteractions: a click beside the words means the field. */}
          <div
            className={chips.field}
            data-arrow=""
            data-disabled={disabled || undefined}
            data-error={error ? '' : undefined}
            onMouseDown={(event) => {
              if (event.target !== event.currentTarget || disabled) return
              event.preventDefault()
              input.current?.focus()
              setOpened(true)
            }}
          >
            {chosen.map(({ id, node, path }) => (
              <span key={id} className={chips.chip} data-bad={(isKnown && !node) || node?.isArchived ? '' : undefined}>
                <span className="od-cut" title={[...path, node].map((each) => each?.name ?? '').join(' › ')}>
                  {path.length > 0 && <span className={css.path}>{path.at(-1)!.name} › </span>}
                  {node ? node.name : isKnown ? m.picker.gone : '…'}
                  {node?.isArchived && <span className={css.path}> ({m.picker.archived})</span>}
                </span>
                {!disabled && (
                  <CloseButton
                    size="xs"
                    tabIndex={-1}
                    aria-label={m.picker.remove({ name: nameOf(id) })}
                    onClick={() => remove(id)}
                  />
                )}
              </span>
            ))}
            <input
              ref={input}
              id={inputId}
              className={chips.input}
              type="text"
              role="combobox"
              data-mantine-stop-propagation={opened}
              autoComplete="off"
              spellCheck={false}
              aria-haspopup="tree"
              aria-expanded={opened}
              aria-controls={opened ? listId : undefined}
              aria-activedescendant={opened && activeId ? `${listId}-${activeId}` : undefined}
              aria-invalid={error ? true : undefined}
              aria-required={required}
              disabled={disabled}
              placeholder={value.length === 0 ? m.kinds[kind][max === 1 ? 'choose' : 'chooseMany'] : ''}
              value={words}
              onClick={() => setOpened(true)}
              onChange={(event) => {
                setWords(event.currentTarget.value)
                setOpened(true)
                setActiveId(undefined)
              }}
              onKeyDown={onKeyDown}
            />
            {max > 1 && max <= 50 && (
              <span className={css.count} aria-hidden="true">
                {value.length}/{max}
              </span>
            )}
            <IconChevronDown size={16} className={css.arrow} aria-hidden />
          </div>
        </Popover.Target>
        <Popover.Dropdown p={0} className={css.drop} onMouseDown={(event) => event.preventDefault()}>
          {opened && (
            <TreeChoices
              kind={kind}
              value={value}
              max={max}
              blocked={props.blocked}
              listId={listId}
              words={words}
              activeId={activeId}
              onActive={setActiveId}
              onToggle={toggle}
              keys={keys}
              awaited={awaited}
            />
          )}
        </Popover.Dropdown>
      </Popover>
      <span role="status" className="od-hidden">
        {said}
      </span>
    </Input.Wrapper>
  )
}
