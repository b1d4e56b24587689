'use client'

import { Button } from '@mantine/core'
import { Highlight } from '@/components/trees/highlight'
import { CopyLine } from '@/components/ui/copy-line'
import { Tag } from '@/components/ui/tag'
import { useRailMessages } from '@/lib/client/messages/areas/rail'
import { useMessages } from '@/lib/client/messages/use-messages'
import type { RailStation } from '@/lib/client/rail'
import css from './rail.module.css'

type Props = {
  label: string
  stations: readonly RailStation[]
  areaName: (id: string | undefined) => string | undefined
  /** Searched stations say which line they are on; a list of one line counts them along it. */
  lineName?: (id: string | undefined) => { name: string; href: string } | undefined
  words?: string
  left: number
  onMore: () => void
  isLoadingMore: boolean
}

/** Stations with all that is known of them. */
export function StationTable({ label, stations, areaName, lineName, words, left, onMore, isLoadingMore }: Props) {
  const t = useMessages()
  const m = useRailMessages()
  return (
    <>
      <table className={css.table} aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{lineName ? m.lines : m.order}</th>
            <th scope="col">{m.name}</th>
            <th scope="col">{m.code}</th>
            <th scope="col">{m.area}</th>
            <th scope="col" className={css.place}>
              {m.place}
            </th>
          </tr>
        </thead>
        <tbody>
          {stations.map((station) => {
            const line = lineName?.(station.line?.id)
            return (
              <tr key={station.id} data-closed={station.isClosed || undefined}>
                <td className={lineName ? undefined : 'od-number'}>
                  {lineName ? (
                    line ? (
                      <a className="od-link" href={line.href}>
                        {line.name}
                      </a>
                    ) : (
                      t.app.none
                    )
                  ) : (
                    station.orderNum
                  )}
                </td>
                <td className={css.station}>
                  <Highlight text={station.name} words={words} />
                  {station.isClosed && (
                    <>
                      {' '}
                      <Tag>{m.closed}</Tag>
                    </>
                  )}
                </td>
                <td className="od-mono">
                  <Highlight text={station.code} words={words} />
                </td>
                <td>{areaName(station.area?.id) ?? t.app.none}</td>
                <td className={css.place}>
                  <CopyLine value={station.point.coordinates.join(', ')} />
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
      {left > 0 && (
        <div className={css.more}>
          <Button size="compact-sm" variant="default" loading={isLoadingMore} onClick={onMore}>
            {m.more({ count: left })}
          </Button>
        </div>
      )}
    </>
  )
}
