import type { AttributeValue } from '@/lib/catalog/products/product'
import type { Kind } from './merchandise'
import type { Random } from './random'
import { type DemoClock, day } from './times'

type Item = { key: string; value: string; groupName?: string }

export type DemoAttribute = {
  id: string
  name: string
  type: 'Boolean' | 'Text' | 'Number' | 'Select' | 'MultiSelect'
  order: number
  groupName: string
  items: Item[]
  itemGroups: { key: string; value: string }[]
  createdAt: number
}

type Definition = Omit<DemoAttribute, 'id' | 'createdAt' | 'order' | 'items' | 'itemGroups'> & {
  items?: Item[]
  itemGroups?: DemoAttribute['itemGroups']
}

const items = (...pairs: [string, string, string?][]): Item[] =>
  pairs.map(([key, value, groupName]) => ({ key, value, ...(groupName ? { groupName } : {}) }))

const definitions: Definition[] = [
  { name: 'Handmade', type: 'Boolean', groupName: 'Making' },
  {
    name: 'Season',
    type: 'MultiSelect',
    groupName: 'Use',
    items: items(['spring', '春 Spring'], ['summer', '夏 Summer'], ['autumn', '秋 Autumn'], ['winter', '冬 Winter']),
  },
  {
    name: 'Origin',
    type: 'Select',
    groupName: 'Making',
    items: items(
      ['iwate', '岩手', 'east'],
      ['niigata', '新潟', 'east'],
      ['ishikawa', '石川', 'east'],
      ['kyoto', '京都', 'west'],
      ['saga', '佐賀', 'west'],
      ['okinawa', '沖縄', 'west'],
    ),
    itemGroups: [
      { key: 'east', value: '東日本 East' },
      { key: 'west', value: '西日本 West' },
    ],
  },
  { name: 'Net weight (g)', type: 'Number', groupName: 'Measures' },
  { name: 'Care instructions', type: 'Text', groupName: 'Use' },
  { name: 'Dishwasher safe', type: 'Boolean', groupName: 'Use' },
  {
    name: 'Allergens',
    type: 'MultiSelect',
    groupName: 'Food',
    items: items(['wheat', '小麦 Wheat'], ['milk', '乳 Milk'], ['egg', '卵 Egg'], ['nuts', '木の実 Tree nuts']),
  },
  {
    name: 'Storage',
    type: 'Select',
    groupName: 'Food',
    items: items(['room', '常温 Room temperature'], ['cool', '冷蔵 Cool'], ['frozen', '冷凍 Frozen']),
  },
  { name: 'Best before (days)', type: 'Number', groupName: 'Food' },
  { name: 'Engraving', type: 'Text', groupName: 'Making' },
  { name: 'Warranty (years)', type: 'Number', groupName: 'Use' },
  {
    name: 'Fit',
    type: 'Select',
    groupName: 'Measures',
    items: items(['slim', '細め Slim'], ['regular', '標準 Regular'], ['loose', 'ゆったり Loose']),
  },
]

/** The 12 attributes of the demo; beyond them, numbered measures as large catalogs have them. */
export function demoAttributes(clock: DemoClock, count: number): DemoAttribute[] {
  const newId = clock.ids('attribute')
  return Array.from({ length: count }, (_, i) => {
    const createdAt = clock.today - 405 * day + i * 1000
    const definition: Definition = definitions[i] ?? {
      name: `Measure ${i + 1 - definitions.length} (mm)`,
      type: 'Number',
      groupName: 'Measures',
    }
    return { id: newId(createdAt), order: i + 1, items: [], itemGroups: [], createdAt, ...definition }
  })
}

const foods = new Set(['SNC', 'MTC', 'CFE', 'SWT'])

function sampleValue({ type, name, items }: DemoAttribute, random: Random): AttributeValue['value'] {
  if (type === 'Boolean') return random.chance(0.5)
  if (type === 'Number') return random.between(1, name.startsWith('Warranty') ? 10 : 900)
  if (type === 'Select') return random.pick(items).key
  if (type === 'MultiSelect') return items.filter(() => random.chance(0.5)).map(({ key }) => key)
  return name === 'Engraving' ? '名入れ可 (up to 12 letters)' : '手洗いしてください。Wash by hand.'
}

/** Some values that make sense for goods of a kind. */
export function attributeValues(attributes: readonly DemoAttribute[], kind: Kind, random: Random): AttributeValue[] {
  return attributes
    .filter(({ groupName }) => (groupName === 'Food') === foods.has(kind.code) || groupName === 'Making')
    .filter(() => random.chance(3 / attributes.length))
    .map((attribute) => ({ attributeId: attribute.id, value: sampleValue(attribute, random) }))
}
