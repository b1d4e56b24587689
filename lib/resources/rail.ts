import { defineResource } from './resource'

const common = {
  id: { type: 'id', label: 'Id' },
  name: { type: 'string', label: 'Name' },
  code: { type: 'string', label: 'Code' },
} as const

/** They are seeded in their order, which ids keep. */
const asSeeded = [{ path: 'id', direction: 'asc' }] as const

/** A railway area with the lines that cross it (spec nodeblocks 4.8, 5.1). */
export const railAreaResource = defineResource({
  name: 'railArea',
  fields: { ...common, lines: { type: 'id', label: 'Lines' } },
  lists: ['lines'],
  aliases: { lineIds: 'lines' },
  expansions: { lines: { resource: 'railLine', many: true } },
  defaultSort: asSeeded,
})

export const railLineResource = defineResource({
  name: 'railLine',
  fields: { ...common, company: { type: 'id', label: 'Company' } },
  lists: [],
  aliases: { companyId: 'company' },
  expansions: { company: { resource: 'railCompany' } },
  defaultSort: asSeeded,
})

export const railStationResource = defineResource({
  name: 'railStation',
  fields: {
    ...common,
    line: { type: 'id', label: 'Line' },
    area: { type: 'id', label: 'Area' },
    orderNum: { type: 'integer', label: 'Place along the line' },
    isClosed: { type: 'boolean', label: 'Closed', nullable: true },
  },
  lists: [],
  aliases: { lineId: 'line', areaId: 'area' },
  expansions: { line: { resource: 'railLine' }, area: { resource: 'railArea' } },
  defaultSort: asSeeded,
})

export const railCompanyResource = defineResource({
  name: 'railCompany',
  fields: common,
  lists: [],
  aliases: {},
  expansions: {},
  defaultSort: asSeeded,
})
