/** What variants of a kind of goods differ in. */
export type Axis = 'color' | 'clothing' | 'size' | 'volume' | 'weight' | 'pieces' | 'amount'

/** A kind of goods: names in both languages, what it costs (JPY, the first variant), and how its variants differ. */
export type Kind = {
  /** Three letters that its SKUs begin with. */
  code: string
  ja: readonly string[]
  en: readonly string[]
  price: readonly [low: number, high: number]
  axis: Axis
  material: readonly (readonly [ja: string, en: string])[]
}

const iron = [['鋳鉄', 'Cast iron']] as const
const clay = [
  ['陶器', 'Stoneware'],
  ['磁器', 'Porcelain'],
] as const
const steel = [
  ['鋼', 'Carbon steel'],
  ['ステンレス鋼', 'Stainless steel'],
] as const
const wood = [
  ['檜', 'Hinoki cypress'],
  ['杉', 'Cedar'],
  ['欅', 'Zelkova'],
] as const
const cotton = [
  ['綿', 'Cotton'],
  ['麻', 'Linen'],
  ['オーガニックコットン', 'Organic cotton'],
] as const
const leaf = [
  ['茶葉', 'Tea leaves'],
  ['有機茶葉', 'Organic tea leaves'],
] as const
const paper = [
  ['和紙', 'Washi paper'],
  ['上質紙', 'Fine paper'],
] as const
const beans = [['コーヒー豆', 'Coffee beans']] as const
const sugar = [
  ['小豆', 'Azuki beans'],
  ['米粉', 'Rice flour'],
] as const
const brass = [
  ['真鍮', 'Brass'],
  ['樹脂', 'Resin'],
] as const
const card = [['紙', 'Paper']] as const

const kind = (
  code: string,
  ja: string,
  en: string,
  price: Kind['price'],
  axis: Axis,
  material: Kind['material'],
): Kind => ({ code, ja: ja.split('、'), en: en.split(', '), price, axis, material })

/** By the key that a category names in `sells`. */
export const merchandise: Readonly<Record<string, Kind>> = {
  castIron: kind(
    'IRN',
    '鉄瓶、すき焼き鍋、鉄フライパン',
    'Tetsubin Kettle, Sukiyaki Pot, Skillet',
    [4800, 32000],
    'volume',
    iron,
  ),
  clayPot: kind('CLP', '土鍋、ごはん土鍋、タジン鍋', 'Donabe, Rice Donabe, Tagine', [3800, 24000], 'volume', clay),
  pan: kind('PAN', 'フライパン、玉子焼き器、炒め鍋', 'Frying Pan, Tamagoyaki Pan, Wok', [2800, 14000], 'size', steel),
  knife: kind(
    'KNF',
    '三徳包丁、菜切包丁、ペティナイフ',
    'Santoku Knife, Nakiri Knife, Petty Knife',
    [5400, 38000],
    'size',
    steel,
  ),
  whetstone: kind('WST', '中砥石、仕上砥石', 'Medium Whetstone, Finishing Whetstone', [1900, 12000], 'pieces', clay),
  riceBowl: kind('RBW', '飯碗、夫婦飯碗、汁椀', 'Rice Bowl, Rice Bowl Pair, Soup Bowl', [1200, 8800], 'color', clay),
  noodleBowl: kind(
    'NBW',
    'ラーメン鉢、うどん丼、麺皿',
    'Ramen Bowl, Udon Bowl, Noodle Plate',
    [1800, 6400],
    'color',
    clay,
  ),
  plate: kind('PLT', '豆皿、取皿、大皿', 'Mamezara Plate, Side Plate, Platter', [600, 9800], 'size', clay),
  teapot: kind('TPT', '急須、土瓶、宝瓶', 'Kyusu Teapot, Dobin Teapot, Hohin Teapot', [2800, 18000], 'volume', clay),
  cup: kind('CUP', '湯呑み、マグカップ、そば猪口', 'Yunomi Cup, Mug, Soba Choko', [900, 4800], 'color', clay),
  chopsticks: kind(
    'CHP',
    '塗り箸、菜箸、木のスプーン',
    'Lacquered Chopsticks, Cooking Chopsticks, Wooden Spoon',
    [500, 5400],
    'pieces',
    wood,
  ),
  bento: kind(
    'BNT',
    'わっぱ弁当箱、二段弁当箱',
    'Magewappa Bento Box, Two-Tier Bento Box',
    [2400, 12800],
    'volume',
    wood,
  ),
  container: kind('CNT', 'ホーロー保存容器、茶筒', 'Enamel Container, Tea Caddy', [980, 6200], 'volume', steel),
  tenugui: kind('TNG', '手ぬぐい、ふきん', 'Tenugui, Dish Cloth', [700, 2200], 'color', cotton),
  towel: kind('TWL', 'バスタオル、フェイスタオル', 'Bath Towel, Face Towel', [900, 5800], 'color', cotton),
  bedding: kind('BED', '枕カバー、掛け布団カバー', 'Pillow Case, Duvet Cover', [2200, 16800], 'color', cotton),
  cushion: kind('CSH', '座布団、クッション', 'Zabuton, Cushion', [2600, 9800], 'color', cotton),
  lamp: kind('LMP', '行灯、卓上ランプ', 'Andon Lamp, Table Lamp', [6800, 42000], 'size', paper),
  incense: kind('INC', '線香、印香', 'Incense Sticks, Incense Cones', [600, 4200], 'pieces', wood),
  candle: kind('CDL', '和ろうそく、香りのキャンドル', 'Warosoku Candle, Scented Candle', [800, 4600], 'pieces', card),
  tshirt: kind(
    'TSH',
    '半袖Tシャツ、ポケットTシャツ',
    'Short-Sleeve T-Shirt, Pocket T-Shirt',
    [2400, 6800],
    'clothing',
    cotton,
  ),
  longTshirt: kind(
    'LTS',
    '長袖Tシャツ、バスクシャツ',
    'Long-Sleeve T-Shirt, Breton Shirt',
    [3200, 8800],
    'clothing',
    cotton,
  ),
  shirt: kind(
    'SHR',
    'オックスフォードシャツ、開襟シャツ',
    'Oxford Shirt, Camp-Collar Shirt',
    [5800, 14800],
    'clothing',
    cotton,
  ),
  jacket: kind('JKT', '藍染め半纏、ワークジャケット', 'Indigo Hanten, Work Jacket', [9800, 48000], 'clothing', cotton),
  tote: kind('TOT', '帆布トートバッグ、エコバッグ', 'Canvas Tote Bag, Shopping Bag', [1800, 12800], 'color', cotton),
  backpack: kind('BPK', '帆布リュックサック、デイパック', 'Canvas Backpack, Day Pack', [7800, 26800], 'color', cotton),
  socks: kind('SCK', '足袋ソックス、リブソックス', 'Tabi Socks, Ribbed Socks', [700, 2400], 'color', cotton),
  hat: kind('HAT', '麦わら帽子、キャップ', 'Straw Hat, Cap', [2800, 9800], 'color', cotton),
  sencha: kind('SNC', '煎茶、深蒸し煎茶、玉露', 'Sencha, Fukamushi Sencha, Gyokuro', [800, 6800], 'weight', leaf),
  matcha: kind('MTC', '抹茶、製菓用抹茶', 'Matcha, Baking Matcha', [1200, 9800], 'weight', leaf),
  coffee: kind(
    'CFE',
    '深煎りブレンド、浅煎りシングルオリジン',
    'Dark Roast Blend, Light Roast Single Origin',
    [900, 4200],
    'weight',
    beans,
  ),
  sweets: kind('SWT', '羊羹、どら焼き、金平糖', 'Yokan, Dorayaki, Konpeito', [600, 5400], 'pieces', sugar),
  notebook: kind('NTB', '和綴じノート、方眼ノート', 'Stab-Bound Notebook, Grid Notebook', [400, 3200], 'color', paper),
  pen: kind('PEN', '万年筆、ガラスペン', 'Fountain Pen, Glass Pen', [3200, 48000], 'color', brass),
  giftCard: kind('GFT', '商品券', 'Gift Card', [1000, 1000], 'amount', card),
}

/** The values along each axis: as shown in both languages, the SKU's ending, and the price as a multiple of the first. */
export const axes: Readonly<
  Record<Axis, readonly (readonly [ja: string, en: string, code: string, factor: number])[]>
> = {
  color: [
    ['生成り', 'Natural', 'NAT', 1],
    ['藍', 'Indigo', 'IND', 1],
    ['墨', 'Ink Black', 'BLK', 1],
    ['朱', 'Vermilion', 'VRM', 1],
    ['抹茶', 'Matcha Green', 'GRN', 1],
    ['芥子', 'Mustard', 'MST', 1],
    ['桜', 'Cherry Blossom', 'PNK', 1],
    ['白', 'White', 'WHT', 1],
  ],
  clothing: [
    ['S・生成り', 'S / Natural', 'S-NAT', 1],
    ['M・生成り', 'M / Natural', 'M-NAT', 1],
    ['L・生成り', 'L / Natural', 'L-NAT', 1],
    ['XL・生成り', 'XL / Natural', 'XL-NAT', 1.1],
    ['S・藍', 'S / Indigo', 'S-IND', 1],
    ['M・藍', 'M / Indigo', 'M-IND', 1],
    ['L・藍', 'L / Indigo', 'L-IND', 1],
    ['XL・藍', 'XL / Indigo', 'XL-IND', 1.1],
  ],
  size: [
    ['小', 'Small', 'S', 1],
    ['中', 'Medium', 'M', 1.3],
    ['大', 'Large', 'L', 1.7],
    ['特大', 'Extra Large', 'XL', 2.4],
    ['極小', 'Mini', 'XS', 0.8],
    ['業務用', 'Professional', 'PRO', 3],
    ['限定', 'Limited Edition', 'LTD', 3.6],
    ['セット', 'Set of Three', 'SET', 3.2],
  ],
  volume: [
    ['300 ml', '300 ml', '300', 1],
    ['500 ml', '500 ml', '500', 1.2],
    ['800 ml', '800 ml', '800', 1.5],
    ['1.2 L', '1.2 L', '1200', 1.9],
    ['1.8 L', '1.8 L', '1800', 2.4],
    ['2.4 L', '2.4 L', '2400', 2.9],
    ['3.6 L', '3.6 L', '3600', 3.8],
    ['5.4 L', '5.4 L', '5400', 5],
  ],
  weight: [
    ['50 g', '50 g', '50', 1],
    ['100 g', '100 g', '100', 1.8],
    ['200 g', '200 g', '200', 3.3],
    ['500 g', '500 g', '500', 7.5],
    ['1 kg', '1 kg', '1000', 14],
    ['ティーバッグ15個', '15 bags', 'B15', 1.2],
    ['お試し10 g', '10 g sample', '10', 0.4],
    ['缶入り100 g', '100 g tin', 'TIN', 2.2],
  ],
  pieces: [
    ['1個', 'Single', '1', 1],
    ['2個組', 'Set of 2', '2', 1.9],
    ['5個組', 'Set of 5', '5', 4.5],
    ['10個組', 'Set of 10', '10', 8.5],
    ['桐箱入り', 'Paulownia Box', 'BOX', 2.5],
    ['20個組', 'Set of 20', '20', 16],
    ['徳用', 'Value Pack', 'VAL', 6],
    ['ギフト包装', 'Gift Wrapped', 'GFT', 1.3],
  ],
  amount: [
    ['1,000円', '10', '10', 1],
    ['3,000円', '30', '30', 3],
    ['5,000円', '50', '50', 5],
    ['10,000円', '100', '100', 10],
    ['30,000円', '300', '300', 30],
    ['50,000円', '500', '500', 50],
    ['2,000円', '20', '20', 2],
    ['100,000円', '1000', '1000', 100],
  ],
}

/** Workshops of our own invention. */
export const makers: readonly (readonly [ja: string, en: string])[] = [
  ['北川工房', 'Kitagawa Works'],
  ['瑞穂製作所', 'Mizuho'],
  ['青葉堂', 'Aobado'],
  ['山ノ手舎', 'Yamanote-sha'],
  ['小町屋', 'Komachiya'],
  ['遠野窯', 'Tono Kiln'],
  ['三日月商店', 'Mikazuki & Co.'],
  ['風待ち', 'Kazemachi'],
  ['灯台舎', 'Todaisha'],
  ['つばめ工業', 'Tsubame Kogyo'],
  ['海辺の道具店', 'Umibe Tools'],
  ['白樺社', 'Shirakaba'],
]

export const qualities: readonly (readonly [ja: string, en: string])[] = [
  ['手仕事の', 'Handmade'],
  ['普段使いの', 'Everyday'],
  ['贈りものの', 'Gift'],
  ['復刻', 'Heritage'],
  ['軽い', 'Lightweight'],
  ['職人の', "Artisan's"],
  ['季節の', 'Seasonal'],
  ['特選', 'Select'],
]

/** Said of every product in a sentence or two. */
export const phrases: readonly (readonly [ja: string, en: string])[] = [
  ['使うほどに手になじみます。', 'It gets better the longer it is used.'],
  [
    '一つずつ手で仕上げているため、色や形にわずかな違いがあります。',
    'Each piece is finished by hand, so colour and shape vary slightly.',
  ],
  ['贈りものにも喜ばれる箱入りです。', 'It comes in a box and makes a good present.'],
  ['毎日使える丈夫さと、飾らない形。', 'Sturdy enough for every day, and plain in form.'],
  ['数量限定。次回の入荷は未定です。', 'A limited run; there is no date for the next one.'],
  ['食器洗い機には対応していません。', 'Not suited to the dishwasher.'],
]

export const tags: readonly string[] = [
  '新商品',
  'new',
  'セール',
  'sale',
  'ギフト',
  'gift',
  '手作り',
  'handmade',
  '限定',
  'limited',
  'エコ',
  'organic',
  'bestseller',
  '定番',
]
