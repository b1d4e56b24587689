import { z } from 'zod'
import { listOf } from '@/lib/api/primary/list-schema'
import { id } from '@/lib/api/primary/orders/schemas'
import { operation } from '@/lib/http/operation'
import { railAreaResource, railCompanyResource, railLineResource, railStationResource } from '@/lib/resources/rail'
import { point, referenceTo } from './fields'

const tag = 'Rail'
const common = { id, name: z.string(), code: z.string() }

/** Spec nodeblocks 4.8. */
export const railCompanySchema = z.strictObject(common).meta({ id: 'RailCompany' })
export const railAreaSchema = z
  .strictObject({ ...common, lines: z.array(referenceTo('line')) })
  .meta({ id: 'RailArea' })
export const railLineSchema = z
  .strictObject({ ...common, company: referenceTo('company').nullable() })
  .meta({ id: 'RailLine' })
export const railStationSchema = z
  .strictObject({
    ...common,
    line: referenceTo('line').nullable(),
    area: referenceTo('area').nullable(),
    orderNum: z.int(),
    isClosed: z.boolean().nullable(),
    point,
  })
  .meta({ id: 'RailStation' })

/** C9 */
export const listRailAreas = operation({
  id: 'listRailAreas',
  method: 'GET',
  path: '/rail/areas',
  summary: 'Railway areas',
  tag,
  access: 'public',
  list: { resource: railAreaResource },
  success: { status: 200, schema: listOf(railAreaSchema) },
})

/** C10 */
export const listRailLines = operation({
  id: 'listRailLines',
  method: 'GET',
  path: '/rail/lines',
  summary: 'Railway lines',
  tag,
  access: 'public',
  list: { resource: railLineResource },
  success: { status: 200, schema: listOf(railLineSchema) },
})

/** C11 */
export const listRailStations = operation({
  id: 'listRailStations',
  method: 'GET',
  path: '/rail/stations',
  summary: 'Railway stations',
  tag,
  access: 'public',
  list: { resource: railStationResource },
  success: { status: 200, schema: listOf(railStationSchema) },
})

/** x1 */
export const listRailCompanies = operation({
  id: 'listRailCompanies',
  method: 'GET',
  path: '/rail/companies',
  summary: 'Railway companies',
  tag,
  access: 'public',
  list: { resource: railCompanyResource },
  success: { status: 200, schema: listOf(railCompanySchema) },
})

/** Ours, so that every `uri` can be fetched (decision 39). */
export const readRailArea = operation({
  id: 'readRailArea',
  method: 'GET',
  path: '/rail/areas/{areaId}',
  summary: 'One railway area',
  tag,
  access: 'public',
  expand: railAreaResource,
  success: { status: 200, schema: railAreaSchema },
  errors: ['NotFound'],
})

/** Ours. */
export const readRailLine = operation({
  id: 'readRailLine',
  method: 'GET',
  path: '/rail/lines/{lineId}',
  summary: 'One railway line',
  tag,
  access: 'public',
  expand: railLineResource,
  success: { status: 200, schema: railLineSchema },
  errors: ['NotFound'],
})

/** Ours. */
export const readRailStation = operation({
  id: 'readRailStation',
  method: 'GET',
  path: '/rail/stations/{stationId}',
  summary: 'One railway station',
  tag,
  access: 'public',
  expand: railStationResource,
  success: { status: 200, schema: railStationSchema },
  errors: ['NotFound'],
})

/** Ours. */
export const readRailCompany = operation({
  id: 'readRailCompany',
  method: 'GET',
  path: '/rail/companies/{companyId}',
  summary: 'One railway company',
  tag,
  access: 'public',
  expand: railCompanyResource,
  success: { status: 200, schema: railCompanySchema },
  errors: ['NotFound'],
})

export const railOperations = [
  listRailAreas,
  listRailLines,
  listRailStations,
  listRailCompanies,
  readRailArea,
  readRailLine,
  readRailStation,
  readRailCompany,
]
