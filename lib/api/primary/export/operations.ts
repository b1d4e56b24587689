import { z } from 'zod'
import { operation } from '@/lib/http/operation'
import { headers } from './labels'

const switchOf = (description: string) =>
  z
    .enum(['true', 'false'])
    .default('false')
    .transform((text) => text === 'true')
    .meta({ description })

const text = (maximum: number, description: string) => z.string().max(maximum).optional().meta({ description })

const common = {
  $filter: text(8192, 'Which, in the query language.'),
  $orderBy: text(500, 'What to sort by.'),
  header: z
    .enum(headers)
    .default('fields')
    .meta({ description: 'How the first line calls the columns: as the API does, or in English or Japanese.' }),
  bom: switchOf('Begin with a byte order mark, which some spreadsheets need to read UTF-8.'),
}

const file = {
  status: 200,
  schema: z.string(),
  contentType: 'text/csv',
  description: 'The file, as it is made.',
  headers: {
    'X-Total-Count': z.int().meta({ description: 'How many items the file is about, for showing progress.' }),
    'Content-Disposition': z.string().meta({ description: 'Names the file.' }),
  },
} as const

const streamed =
  'UTF-8, lines end in CR LF, times are those of the organization’s zone with their offset. Text that a spreadsheet would run as a formula has an apostrophe in front. Any number of rows; what changes while the file is made may be in it or not.'

export const exportOrders = operation({
  id: 'exportOrders',
  method: 'GET',
  path: '/orgs/{orgId}/orders:export',
  summary: 'Orders as a CSV file',
  description: `${streamed} Amounts are decimals of the currency.`,
  tag: 'Orders',
  access: 'organization',
  scope: 'orders:read',
  query: {
    ...common,
    $search: text(255, 'Words to search for.'),
    columns: text(4000, 'Fields in their order, separated by commas: `number,customer.name,customFields.gift`.'),
    rows: z
      .enum(['orders', 'lines'])
      .default('orders')
      .meta({ description: 'One row per order, where a column of the lines holds them all; or one per line.' }),
    format: z.enum(['csv']).default('csv'),
  },
  long: true,
  success: file,
})

export const exportProducts = operation({
  id: 'exportProducts',
  method: 'GET',
  path: '/orgs/{orgId}/products:export',
  summary: 'Products as a CSV file',
  description: `${streamed} Amounts are decimals of the currency. Beside a product’s own fields the columns may be \`state\`, \`category.name\`, \`variants.count\`, \`price.lowest\` and \`price.highest\`; what a product has several of shares a cell.`,
  tag: 'Products',
  access: 'organization',
  scope: 'products:read',
  query: {
    ...common,
    $search: text(255, 'Words to search for.'),
    columns: text(4000, 'Fields in their order, separated by commas: `name,state,category.name,variants.sku`.'),
    format: z.enum(['csv']).default('csv'),
  },
  long: true,
  success: file,
})

export const exportHistory = operation({
  id: 'exportHistory',
  method: 'GET',
  path: '/orgs/{orgId}/history:export',
  summary: 'The history of an organization as a CSV file',
  description: `${streamed} One row for each field that changed; a creation has one row without fields.`,
  tag: 'History',
  access: 'organization',
  query: common,
  long: true,
  success: file,
})

export const exportOperations = [exportOrders, exportProducts, exportHistory]
