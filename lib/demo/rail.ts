import type { RailData } from '@/lib/catalog/rail/store-rail'

/**
 * A public, factual excerpt of Tokyo's railways: two companies, six lines, ninety stations with their numbers and rounded
 * coordinates (`code name latitude longitude`, decimals behind 35 and 139).
 */
const network = [
  {
    company: ['JR-E', '東日本旅客鉄道 (JR East)'],
    lines: [
      [
        'JY',
        '山手線',
        `01 東京 6812 7671, 02 神田 6918 7709, 03 秋葉原 6984 7731, 04 御徒町 7075 7748, 05 上野 7138 7773,
         06 鶯谷 7215 7780, 07 日暮里 7281 7708, 08 西日暮里 7322 7668, 09 田端 7381 7608, 10 駒込 7365 7470,
         11 巣鴨 7334 7393, 12 大塚 7318 7290, 13 池袋 7295 7109, 14 目白 7212 7064, 15 高田馬場 7127 7038,
         16 新大久保 7012 7000, 17 新宿 6896 7006, 18 代々木 6830 7020, 19 原宿 6702 7027, 20 渋谷 6580 7016,
         21 恵比寿 6467 7101, 22 目黒 6340 7158, 23 五反田 6262 7237, 24 大崎 6197 7286, 25 品川 6285 7388,
         26 高輪ゲートウェイ 6355 7407, 27 田町 6457 7476, 28 浜松町 6554 7571, 29 新橋 6663 7583, 30 有楽町 6751 7634`,
      ],
      [
        'JC',
        '中央線快速',
        '01 東京 6812 7671, 02 神田 6918 7709, 03 御茶ノ水 6994 7650, 04 四ツ谷 6860 7303, 05 新宿 6896 7006, 06 中野 7058 6658',
      ],
      [
        'JE',
        '京葉線',
        '01 東京 6779 7660, 02 八丁堀 6746 7776, 03 越中島 6679 7927, 04 潮見 6586 8172, 05 新木場 6460 8277',
      ],
    ],
  },
  {
    company: ['TM', '東京地下鉄 (Tokyo Metro)'],
    lines: [
      [
        'G',
        '銀座線',
        `01 渋谷 6590 7016, 02 表参道 6653 7122, 03 外苑前 6705 7178, 04 青山一丁目 6728 7240, 05 赤坂見附 6770 7371,
         06 溜池山王 6735 7414, 07 虎ノ門 6702 7500, 08 新橋 6673 7585, 09 銀座 6717 7650, 10 京橋 6767 7702,
         11 日本橋 6820 7735, 12 三越前 6870 7735, 13 神田 6935 7709, 14 末広町 7030 7717, 15 上野広小路 7076 7729,
         16 上野 7118 7770, 17 稲荷町 7113 7826, 18 田原町 7099 7906, 19 浅草 7107 7977`,
      ],
      [
        'Z',
        '半蔵門線',
        `01 渋谷 6590 7016, 02 表参道 6653 7122, 03 青山一丁目 6728 7240, 04 永田町 6787 7401, 05 半蔵門 6855 7415,
         06 九段下 6956 7514, 07 神保町 6959 7577, 08 大手町 6848 7661, 09 三越前 6870 7735, 10 水天宮前 6826 7851,
         11 清澄白河 6821 7988, 12 住吉 6890 8158, 13 錦糸町 6969 8143, 14 押上 7102 8133`,
      ],
      [
        'F',
        '副都心線',
        `01 和光市 7884 6128, 02 地下鉄成増 7764 6310, 03 地下鉄赤塚 7699 6441, 04 平和台 7578 6540, 05 氷川台 7495 6653,
         06 小竹向原 7434 6790, 07 千川 7383 6892, 08 要町 7332 6986, 09 池袋 7295 7109, 10 雑司が谷 7203 7148,
         11 西早稲田 7079 7090, 12 東新宿 6990 7076, 13 新宿三丁目 6908 7048, 14 北参道 6786 7055,
         15 明治神宮前 6686 7053, 16 渋谷 6590 7016`,
      ],
    ],
  },
] as const

/** By JIS X 0401; stations outside the first are named below. */
const areas = [
  { code: '13', name: '東京都' },
  { code: '11', name: '埼玉県' },
]
const outsideTokyo: Record<string, string> = { 和光市: '11' }

export const demoRail: RailData = {
  companies: network.map(({ company: [code, name] }) => ({ code, name })),
  areas,
  lines: network.flatMap(({ company, lines }) => lines.map(([code, name]) => ({ code, name, company: company[0] }))),
  stations: network.flatMap(({ lines }) =>
    lines.flatMap(([line, , stations]) =>
      stations.split(',').map((station, i) => {
        const [number, name, latitude, longitude] = station.trim().split(' ') as [string, string, string, string]
        return {
          code: `${line}${number}`,
          name,
          line,
          area: outsideTokyo[name] ?? '13',
          order: i + 1,
          isClosed: false,
          latitude: Number(`35.${latitude}`),
          longitude: Number(`139.${longitude}`),
        }
      }),
    ),
  ),
}
