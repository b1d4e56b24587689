'use client'

import { useCurrentOrganization } from '@/components/shell/current-organization'
import page from '@/components/ui/page.module.css'
import { ShallowLink } from '@/components/ui/shallow-link'
import type { AttachmentSummary } from '@/lib/client/attachments'
import type { ListUrl } from '@/lib/client/list-url'
import { useMediaMessages } from '@/lib/client/messages/areas/media'
import { type days, type MediaFilter, readMediaFilter, type sizes, sorts, writeMediaFilter } from './library-filter'
import css from './media-page.module.css'

type Option = { value: string; label: string }

type ChoiceProps = {
  label: string
  value: string
  options: readonly Option[]
  /** It narrows what is listed. */
  on?: boolean
  onChange: (value: string) => void
}

const Choice = ({ label, value, options, on, onChange }: ChoiceProps) => (
  <select
    className={css.choice}
    aria-label={label}
    title={label}
    value={value}
    data-on={on || undefined}
    onChange={(event) => onChange(event.currentTarget.value)}
  >
    {options.map((option) => (
      <option key={option.value} value={option.value}>
        {option.label}
      </option>
    ))}
  </select>
)

/** What narrows the library, and its order. */
export function MediaFilters({ list, summary }: { list: ListUrl; summary: AttachmentSummary | undefined }) {
  const m = useMediaMessages()
  const { me } = useCurrentOrganization()
  const filter = readMediaFilter(list.state.view)
  const set = (patch: MediaFilter) => list.go({ view: writeMediaFilter({ ...filter, ...patch }) })
  const people = (summary?.uploaders ?? []).flatMap(({ id, name }) =>
    id && id !== me?.id ? [{ value: id, label: name }] : [],
  )
  const known = filter.by === undefined || filter.by === me?.id || people.some(({ value }) => value === filter.by)
  const kindOf: Record<string, string> = { pictures: m.pictures, documents: m.documents }
  const sizeOf = { small: m.small, middle: m.middle, large: m.large }
  const timeOf = { day: m.lastDay, week: m.lastWeek, month: m.lastMonth }
  const options = (any: string, texts: Record<string, string>) => [
    { value: '', label: any },
    ...Object.entries(texts).map(([value, label]) => ({ value, label })),
  ]
  const isFiltered = list.state.view !== '' || list.state.q !== '' || list.state.filter !== ''
  return (
    <>
      <Choice
        label={m.type}
        value={filter.kind ?? ''}
        on={filter.kind !== undefined}
        options={options(m.anyType, kindOf)}
        onChange={(value) => set({ kind: (value || undefined) as MediaFilter['kind'] })}
      />
      <Choice
        label={m.size}
        value={filter.size ?? ''}
        on={filter.size !== undefined}
        options={options(m.anySize, sizeOf satisfies Record<keyof typeof sizes, string>)}
        onChange={(value) => set({ size: (value || undefined) as MediaFilter['size'] })}
      />
      <Choice
        label={m.uploader}
        value={filter.by ?? ''}
        on={filter.by !== undefined}
        options={[
          { value: '', label: m.anyone },
          ...(me ? [{ value: me.id, label: m.byMe }] : []),
          ...people,
          ...(known ? [] : [{ value: filter.by!, label: m.nobody }]),
        ]}
        onChange={(value) => set({ by: value || undefined })}
      />
      <Choice
        label={m.date}
        value={filter.since ?? ''}
        on={filter.since !== undefined}
        options={options(m.anyTime, timeOf satisfies Record<keyof typeof days, string>)}
        onChange={(value) => set({ since: (value || undefined) as MediaFilter['since'] })}
      />
      <button
        type="button"
        className={css.choice}
        aria-pressed={filter.unused === true}
        data-on={filter.unused || undefined}
        onClick={() => set({ unused: !filter.unused })}
      >
        {m.unused}
        {summary && <span className={`${css.many} od-number`}>{summary.unused}</span>}
      </button>
      {isFiltered && (
        <ShallowLink className="od-link" href={list.href({ q: '', view: '', filter: '' })}>
          {m.clearFilters}
        </ShallowLink>
      )}
      <span className={page.space} />
      <Choice
        label={m.sort}
        value={Object.hasOwn(sorts, list.state.sort) ? list.state.sort : '-createdAt'}
        options={Object.entries(sorts).map(([value, word]) => ({ value, label: m[word] }))}
        onChange={(sort) => list.go({ sort })}
      />
    </>
  )
}
