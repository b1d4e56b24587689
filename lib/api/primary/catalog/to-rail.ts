import type { RailArea, RailCompany, RailLine, RailStation } from '@/lib/catalog/rail/find-rail'
import { reference } from './uri'

const common = ({ id, name, code }: RailCompany) => ({ id, name, code })

/** Ours to theirs (spec nodeblocks 4.8). */
export const toRailCompany = common

export const toRailLine = (line: RailLine) => ({
  ...common(line),
  company: reference(`/rail/companies/${line.companyId}`, line.companyId),
})

export const toRailArea = (area: RailArea) => ({
  ...common(area),
  lines: area.lineIds.map((id) => reference(`/rail/lines/${id}`, id)),
})

export const toRailStation = (station: RailStation) => ({
  ...common(station),
  line: reference(`/rail/lines/${station.lineId}`, station.lineId),
  area: reference(`/rail/areas/${station.areaId}`, station.areaId),
  orderNum: station.orderNum,
  isClosed: station.isClosed,
  point: { type: 'Point' as const, coordinates: [station.longitude, station.latitude] },
})
