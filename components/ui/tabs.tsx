'use client'

import css from './tabs.module.css'

type Props<Key extends string> = {
  label: string
  /** Keys and what the tabs say, in order. */
  tabs: Readonly<Record<Key, string>>
  shown: Key
  onShow: (key: Key) => void
  /** The id of what changes. */
  controls?: string
}

/** Tabs that swap what is below them, with the arrow keys between them. */
export function Tabs<Key extends string>({ label, tabs, shown, onShow, controls }: Props<Key>) {
  const keys = Object.keys(tabs) as Key[]
  return (
    <div className={css.tabs} role="tablist" aria-label={label}>
      {keys.map((key, at) => (
        <button
          key={key}
          type="button"
          role="tab"
          id={`tab-${key}`}
          aria-selected={shown === key}
          aria-controls={controls}
          tabIndex={shown === key ? 0 : -1}
          className={css.tab}
          onClick={() => onShow(key)}
          onKeyDown={(event) => {
            if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return
            event.preventDefault()
            const step = event.key === 'ArrowRight' ? 1 : keys.length - 1
            const next = keys[(at + step) % keys.length]!
            onShow(next)
            document.getElementById(`tab-${next}`)?.focus()
          }}
        >
          {tabs[key]}
        </button>
      ))}
    </div>
  )
}
