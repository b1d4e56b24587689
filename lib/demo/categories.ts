import { type DemoClock, day } from './times'

/** A category of the demo's shop window. */
export type DemoCategory = {
  id: string
  parentId: string | null
  name: string
  description: string
  status: 'ACTIVE' | 'ARCHIVED'
  sequence: number
  icon: { type: string; value: string } | null
  createdAt: number
  /** The key of what is sold in it (merchandise.ts); undefined where nothing is. */
  sells?: string
}

type Node = { name: string; description: string; icon?: string; sells?: string; archived?: true; children?: Node[] }

const shelf = (name: string, description: string, sells: string): Node => ({ name, description, sells })
const group = (name: string, description: string, children: Node[], icon?: string): Node => ({
  name,
  description,
  children,
  ...(icon ? { icon } : {}),
})

/** 60 categories in four levels. */
const tree: Node[] = [
  group(
    'Kitchen & Dining',
    '台所と食卓。Everything to cook with and to eat from.',
    [
      group('Cookware', '鍋・フライパン・包丁。', [
        group('Pots & Kettles', '鉄瓶と鍋。', [
          shelf('Cast Iron', '南部の鋳物。', 'castIron'),
          shelf('Clay Pots', '土鍋。', 'clayPot'),
        ]),
        shelf('Pans', 'フライパンと玉子焼き器。', 'pan'),
        group('Knives & Cutting', '包丁とまな板。', [
          shelf('Santoku & Nakiri', '三徳包丁と菜切包丁。', 'knife'),
          shelf('Whetstones', '砥石。', 'whetstone'),
        ]),
      ]),
      group('Tableware', '器。', [
        group('Bowls', '椀・鉢・丼。', [
          shelf('Rice Bowls', '飯碗。', 'riceBowl'),
          shelf('Noodle Bowls', '丼とラーメン鉢。', 'noodleBowl'),
        ]),
        shelf('Plates', '皿。', 'plate'),
        group('Cups & Tea Ware', '湯呑みと急須。', [
          shelf('Teapots', '急須と土瓶。', 'teapot'),
          shelf('Yunomi & Mugs', '湯呑みとマグカップ。', 'cup'),
        ]),
        shelf('Chopsticks & Cutlery', '箸とカトラリー。', 'chopsticks'),
      ]),
      group('Lunch & Storage', '弁当と保存。', [
        shelf('Bento Boxes', '弁当箱。', 'bento'),
        shelf('Containers', '保存容器。', 'container'),
      ]),
    ],
    'tools-kitchen-2',
  ),
  group(
    'Home & Living',
    '暮らしの道具。For every room of the house.',
    [
      group('Textiles', '布もの。', [
        group('Towels', 'タオルと手ぬぐい。', [
          shelf('Tenugui', '手ぬぐい。', 'tenugui'),
          shelf('Bath Towels', 'バスタオル。', 'towel'),
        ]),
        shelf('Bedding', '寝具。', 'bedding'),
        shelf('Cushions', '座布団とクッション。', 'cushion'),
      ]),
      group('Lighting', 'あかり。', [
        shelf('Table Lamps', '卓上の照明。', 'lamp'),
        { name: 'Lanterns', description: '提灯。取り扱いを終了しました。', archived: true },
      ]),
      group('Fragrance', '香り。', [shelf('Incense', 'お香。', 'incense'), shelf('Candles', 'ろうそく。', 'candle')]),
    ],
    'home',
  ),
  group(
    'Clothing & Bags',
    '服とかばん。Plain things, well made.',
    [
      group('Tops', 'トップス。', [
        group('T-Shirts', 'Tシャツ。', [
          shelf('Short Sleeve', '半袖。', 'tshirt'),
          shelf('Long Sleeve', '長袖。', 'longTshirt'),
        ]),
        shelf('Shirts', 'シャツ。', 'shirt'),
      ]),
      shelf('Outerwear', '上着。', 'jacket'),
      group('Bags', 'かばん。', [
        shelf('Tote Bags', 'トートバッグ。', 'tote'),
        shelf('Backpacks', 'リュックサック。', 'backpack'),
      ]),
      group('Accessories', '小物。', [shelf('Socks', '靴下。', 'socks'), shelf('Hats', '帽子。', 'hat')]),
    ],
    'shirt',
  ),
  group(
    'Food & Drink',
    '食品。Delivered fresh.',
    [
      group('Tea', 'お茶。', [
        group('Green Tea', '緑茶。', [shelf('Sencha', '煎茶。', 'sencha'), shelf('Matcha', '抹茶。', 'matcha')]),
      ]),
      shelf('Coffee', 'コーヒー。', 'coffee'),
      shelf('Sweets', '和菓子と焼き菓子。', 'sweets'),
    ],
    'cup',
  ),
  group(
    'Office & Stationery',
    '文具と仕事道具。For desks at home and elsewhere.',
    [
      group('Paper', '紙もの。', [shelf('Notebooks', 'ノート。', 'notebook')]),
      group('Writing', '筆記具。', [shelf('Fountain Pens', '万年筆。', 'pen')]),
    ],
    'pencil',
  ),
  { ...shelf('Gift Cards', '商品券。非課税。', 'giftCard'), icon: 'gift' },
]

/** Where the sub-categories of the large demo come from: districts known for a craft. */
const districts = [
  'Arita 有田',
  'Bizen 備前',
  'Echizen 越前',
  'Hagi 萩',
  'Hakata 博多',
  'Hida 飛騨',
  'Imabari 今治',
  'Iga 伊賀',
  'Kaga 加賀',
  'Kiso 木曽',
  'Kurume 久留米',
  'Kyoto 京都',
  'Mashiko 益子',
  'Mino 美濃',
  'Morioka 盛岡',
  'Nara 奈良',
  'Nishijin 西陣',
  'Odate 大館',
  'Okinawa 沖縄',
  'Sakai 堺',
  'Sanjo 三条',
  'Sasebo 佐世保',
  'Seto 瀬戸',
  'Shigaraki 信楽',
  'Takaoka 高岡',
  'Tamba 丹波',
  'Tokoname 常滑',
  'Tsubame 燕',
  'Uji 宇治',
  'Wajima 輪島',
]

/**
 * The demo's categories, parents before children. Beyond the 60 written out, each shelf is divided by district, a level
 * deeper, until there are as many as wanted.
 */
export function demoCategories(clock: DemoClock, count: number): DemoCategory[] {
  const newId = clock.ids('category')
  const list: DemoCategory[] = []
  const add = (node: Node, parent: DemoCategory | null, sequence: number): DemoCategory => {
    const createdAt = clock.today - 400 * day + list.length * 1000
    const category: DemoCategory = {
      id: newId(createdAt),
      parentId: parent?.id ?? null,
      name: node.name,
      description: node.description,
      status: node.archived ? 'ARCHIVED' : 'ACTIVE',
      sequence,
      icon: node.icon ? { type: 'tabler', value: node.icon } : null,
      createdAt,
      ...(node.sells ? { sells: node.sells } : {}),
    }
    list.push(category)
    for (const [i, child] of (node.children ?? []).entries()) add(child, category, i + 1)
    return category
  }
  for (const [i, node] of tree.entries()) add(node, null, i + 1)

  const shelves = list.filter(({ sells }) => sells)
  for (let n = 0; list.length < count; n++) {
    const parent = shelves[n % shelves.length]!
    const round = Math.floor(n / shelves.length)
    const name = `${parent.name}, ${districts[round % districts.length]}`
    const series = Math.floor(round / districts.length)
    const node = { name: series === 0 ? name : `${name} ${series + 1}`, description: '', sells: parent.sells! }
    add(node, parent, round + 1)
  }
  return list
}
