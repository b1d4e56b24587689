'use client'

import { useCurrentOrganization } from '@/components/shell/current-organization'
import { RelativeTime } from '@/components/ui/time'
import { formatBytes, typeName } from '@/lib/client/attachments'
import { formatNumber } from '@/lib/client/format'
import { useMediaMessages } from '@/lib/client/messages/areas/media'
import { useLanguage } from '@/lib/client/messages/use-messages'
import type { FilesProps } from './media-grid'
import css from './media-list.module.css'
import { Thumb } from './thumb'
import thumb from './thumb.module.css'
import { useNameOf } from './use-name-of'

const skeletons = Array.from({ length: 14 }, (_, i) => i)

/** Files as rows. */
export function MediaList({ rows, loading, picked, onOpen }: FilesProps) {
  const { locale, messages: t } = useLanguage()
  const m = useMediaMessages()
  const nameOf = useNameOf()
  const { organization } = useCurrentOrganization()
  return (
    <table className={css.table} aria-label={m.title}>
      <thead>
        <tr>
          <th className={css.check}>
            <input
              type="checkbox"
              aria-label={m.selectAll}
              checked={picked.allOnPage}
              onChange={picked.toggleAll}
              disabled={loading}
            />
          </th>
          <th className={css.thumb} aria-label={m.pictures} />
          <th>{m.name}</th>
          <th className={css.type}>{m.type}</th>
          <th className={css.dimensions}>{m.dimensions}</th>
          <th className={css.number}>{m.size}</th>
          <th className={css.number}>{m.usage}</th>
          <th className={css.by}>{m.uploader}</th>
          <th className={css.when}>{m.date}</th>
        </tr>
      </thead>
      <tbody>
        {loading
          ? skeletons.map((each) => (
              <tr key={each}>
                <td className={css.check} />
                <td className={css.thumb}>
                  <span className={`${thumb.frame} ${css.picture} od-skeleton`} />
                </td>
                <td colSpan={7}>
                  <span className="od-skeleton" style={{ width: `${60 - (each % 4) * 8}%` }} />
                </td>
              </tr>
            ))
          : rows.map((file) => (
              <tr key={file.id} data-picked={picked.has(file.id) || undefined} data-file={file.id}>
                <td className={css.check}>
                  <label>
                    <span className="od-hidden">{m.select({ name: nameOf(file) })}</span>
                    <input
                      type="checkbox"
                      checked={picked.has(file.id)}
                      onChange={(event) => picked.toggle(file, (event.nativeEvent as MouseEvent).shiftKey === true)}
                    />
                  </label>
                </td>
                <td className={css.thumb}>
                  <span className={`${thumb.frame} ${css.picture}`}>
                    <Thumb file={file} width={96} />
                  </span>
                </td>
                <td>
                  <button type="button" className={css.open} title={nameOf(file)} onClick={() => onOpen(file)}>
                    {nameOf(file)}
                  </button>
                </td>
                <td className={css.type}>{typeName(file.type)}</td>
                <td className={`${css.dimensions} od-number`}>
                  {file.width && file.height ? m.pixels({ width: file.width, height: file.height }) : t.app.none}
                </td>
                <td className={`${css.number} od-number`}>{formatBytes(locale, file.size)}</td>
                <td className={`${css.number} od-number`}>
                  {file.usageCount === 0 ? (
                    <span className={css.dim}>{m.unused}</span>
                  ) : (
                    formatNumber(locale, file.usageCount)
                  )}
                </td>
                <td className={css.by} title={file.uploadedBy.name}>
                  {file.uploadedBy.name || t.app.none}
                </td>
                <td className={css.when}>
                  <RelativeTime iso={file.createdAt} timeZone={organization?.timeZone ?? 'UTC'} />
                </td>
              </tr>
            ))}
      </tbody>
    </table>
  )
}
