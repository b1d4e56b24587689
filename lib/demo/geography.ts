import { type DemoClock, day } from './times'

export type DemoLocation = {
  id: string
  parentId: string | null
  name: string
  /** JIS X 0401 for prefectures; a region's is our own, a capital's its prefecture's with a suffix. */
  code: string
  type: 'region' | 'prefecture' | 'city'
  createdAt: number
}

/** Region: prefecture/capital, in the order of JIS X 0401. */
const regions: readonly (readonly [string, string])[] = [
  ['北海道', '北海道/札幌市'],
  ['東北', '青森県/青森市 岩手県/盛岡市 宮城県/仙台市 秋田県/秋田市 山形県/山形市 福島県/福島市'],
  ['関東', '茨城県/水戸市 栃木県/宇都宮市 群馬県/前橋市 埼玉県/さいたま市 千葉県/千葉市 東京都/新宿区 神奈川県/横浜市'],
  [
    '中部',
    '新潟県/新潟市 富山県/富山市 石川県/金沢市 福井県/福井市 山梨県/甲府市 長野県/長野市 岐阜県/岐阜市 静岡県/静岡市 愛知県/名古屋市',
  ],
  ['近畿', '三重県/津市 滋賀県/大津市 京都府/京都市 大阪府/大阪市 兵庫県/神戸市 奈良県/奈良市 和歌山県/和歌山市'],
  ['中国', '鳥取県/鳥取市 島根県/松江市 岡山県/岡山市 広島県/広島市 山口県/山口市'],
  ['四国', '徳島県/徳島市 香川県/高松市 愛媛県/松山市 高知県/高知市'],
  [
    '九州・沖縄',
    '福岡県/福岡市 佐賀県/佐賀市 長崎県/長崎市 熊本県/熊本市 大分県/大分市 宮崎県/宮崎市 鹿児島県/鹿児島市 沖縄県/那覇市',
  ],
]

/** The 8 regions, 47 prefectures and their capitals, parents before children. */
export function demoLocations(clock: DemoClock): DemoLocation[] {
  const newId = clock.ids('location')
  const list: DemoLocation[] = []
  const add = (location: Omit<DemoLocation, 'id' | 'createdAt'>) => {
    const createdAt = clock.today - 410 * day + list.length * 1000
    const made = { ...location, id: newId(createdAt), createdAt }
    list.push(made)
    return made
  }
  let prefectures = 0
  for (const [i, [name, members]] of regions.entries()) {
    const region = add({ parentId: null, name, code: `R${i + 1}`, type: 'region' })
    for (const member of members.split(' ')) {
      const [prefectureName, capital] = member.split('/') as [string, string]
      const code = String(++prefectures).padStart(2, '0')
      const prefecture = add({ parentId: region.id, name: prefectureName, code, type: 'prefecture' })
      add({ parentId: prefecture.id, name: capital, code: `${code}-1`, type: 'city' })
    }
  }
  return list
}
