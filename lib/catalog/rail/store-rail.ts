import type { Tx } from '@/db'
import { railAreaLines, railAreas, railCompanies, railLines, railStations } from '@/db/schema'
import { now } from '@/lib/clock'
import { newId } from '@/lib/ids'

/** Railway data by codes, as public tables have it. Degrees; `order` is the place along the line, from 1. */
export type RailData = {
  companies: readonly { code: string; name: string }[]
  areas: readonly { code: string; name: string }[]
  lines: readonly { code: string; name: string; company: string }[]
  stations: readonly {
    code: string
    name: string
    line: string
    area: string
    order: number
    isClosed?: boolean | null
    longitude: number
    latitude: number
  }[]
}

/** What makes an id: the kind of thing and its code. The seed gives its own, so that ids are the same on every run. */
export type RailId = (kind: 'company' | 'area' | 'line' | 'station', code: string) => string

/**
 * Stores railway data, which the API only reads. An area has the lines with a station in it, in the order given.
 * Throws a plain Error for a code that leads nowhere: a fault of the data, not of a request.
 */
export async function storeRail(tx: Tx, data: RailData, idOf: RailId = () => newId()): Promise<void> {
  const createdAt = now()
  const idsOf = (kind: Parameters<RailId>[0], list: readonly { code: string }[]) =>
    new Map(list.map(({ code }) => [code, idOf(kind, code)]))
  const ids = {
    company: idsOf('company', data.companies),
    area: idsOf('area', data.areas),
    line: idsOf('line', data.lines),
    station: idsOf('station', data.stations),
  }
  const id = (kind: keyof typeof ids, code: string): string => {
    const found = ids[kind].get(code)
    if (!found) throw new Error(`The railway data names a ${kind} ${code} that it does not hold.`)
    return found
  }
  const named = (kind: keyof typeof ids) => (entry: { code: string; name: string }) => ({
    id: id(kind, entry.code),
    code: entry.code,
    name: entry.name,
    createdAt,
  })
  await tx.insert(railCompanies).values(data.companies.map(named('company')))
  await tx.insert(railAreas).values(data.areas.map(named('area')))
  await tx
    .insert(railLines)
    .values(data.lines.map((line) => ({ ...named('line')(line), companyId: id('company', line.company) })))
  await tx.insert(railStations).values(
    data.stations.map(({ line, area, order, isClosed = null, longitude, latitude, ...station }) => ({
      ...named('station')(station),
      lineId: id('line', line),
      areaId: id('area', area),
      orderNum: order,
      isClosed,
      longitude,
      latitude,
    })),
  )
  const pairs = data.areas.flatMap(({ code }) =>
    data.lines
      .filter((line) => data.stations.some((station) => station.area === code && station.line === line.code))
      .map((line, position) => ({ areaId: id('area', code), lineId: id('line', line.code), position })),
  )
  if (pairs.length > 0) await tx.insert(railAreaLines).values(pairs)
}
