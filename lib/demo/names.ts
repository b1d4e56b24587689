/** Written and spoken: `['佐藤', 'サトウ', 'sato']`. */
export type Name = readonly [written: string, kana: string, roman: string]

const read = (text: string): Name[] =>
  text
    .trim()
    .split(/\s+/)
    .map((entry) => {
      const [written, kana, roman] = entry.split('/')
      return [written!, kana!, roman!]
    })

export const familyNames = read(`
  佐藤/サトウ/sato 鈴木/スズキ/suzuki 高橋/タカハシ/takahashi 田中/タナカ/tanaka 伊藤/イトウ/ito 渡辺/ワタナベ/watanabe
  山本/ヤマモト/yamamoto 中村/ナカムラ/nakamura 小林/コバヤシ/kobayashi 加藤/カトウ/kato 吉田/ヨシダ/yoshida
  山田/ヤマダ/yamada 佐々木/ササキ/sasaki 山口/ヤマグチ/yamaguchi 松本/マツモト/matsumoto 井上/イノウエ/inoue
  木村/キムラ/kimura 林/ハヤシ/hayashi 斎藤/サイトウ/saito 清水/シミズ/shimizu 山崎/ヤマザキ/yamazaki 森/モリ/mori
  池田/イケダ/ikeda 橋本/ハシモト/hashimoto 阿部/アベ/abe 石川/イシカワ/ishikawa 山下/ヤマシタ/yamashita
  中島/ナカジマ/nakajima 石井/イシイ/ishii 小川/オガワ/ogawa 前田/マエダ/maeda 岡田/オカダ/okada 長谷川/ハセガワ/hasegawa
  藤田/フジタ/fujita 後藤/ゴトウ/goto 近藤/コンドウ/kondo 村上/ムラカミ/murakami 遠藤/エンドウ/endo 青木/アオキ/aoki
  坂本/サカモト/sakamoto 福田/フクダ/fukuda 太田/オオタ/ota 西村/ニシムラ/nishimura 藤井/フジイ/fujii 金子/カネコ/kaneko
  岡本/オカモト/okamoto 藤原/フジワラ/fujiwara 三浦/ミウラ/miura 中野/ナカノ/nakano 中川/ナカガワ/nakagawa
  原田/ハラダ/harada 松田/マツダ/matsuda 竹内/タケウチ/takeuchi 小野/オノ/ono 田村/タムラ/tamura 中山/ナカヤマ/nakayama
  和田/ワダ/wada 石田/イシダ/ishida 上田/ウエダ/ueda 森田/モリタ/morita 小島/コジマ/kojima 柴田/シバタ/shibata
  原/ハラ/hara 宮崎/ミヤザキ/miyazaki 酒井/サカイ/sakai 工藤/クドウ/kudo 横山/ヨコヤマ/yokoyama 宮本/ミヤモト/miyamoto
  内田/ウチダ/uchida 高木/タカギ/takagi 安藤/アンドウ/ando 谷口/タニグチ/taniguchi 大野/オオノ/ono 丸山/マルヤマ/maruyama
  今井/イマイ/imai 髙田/タカダ/takada 藤本/フジモト/fujimoto 武田/タケダ/takeda 村田/ムラタ/murata 上野/ウエノ/ueno
  五十嵐/イガラシ/igarashi 勅使河原/テシガワラ/teshigawara 小鳥遊/タカナシ/takanashi 東海林/ショウジ/shoji
`)

export const givenNames = read(`
  翔太/ショウタ/shota 大輔/ダイスケ/daisuke 健太/ケンタ/kenta 直樹/ナオキ/naoki 拓也/タクヤ/takuya 誠/マコト/makoto
  陽介/ヨウスケ/yosuke 和也/カズヤ/kazuya 隆/タカシ/takashi 浩二/コウジ/koji 修/オサム/osamu 悠斗/ユウト/yuto
  蓮/レン/ren 湊/ミナト/minato 樹/イツキ/itsuki 颯太/ソウタ/sota 海斗/カイト/kaito 航/ワタル/wataru 亮/リョウ/ryo
  一郎/イチロウ/ichiro 正樹/マサキ/masaki 剛/ツヨシ/tsuyoshi 聡/サトシ/satoshi 雄一/ユウイチ/yuichi 慎吾/シンゴ/shingo
  美咲/ミサキ/misaki 陽菜/ヒナ/hina 結衣/ユイ/yui さくら/サクラ/sakura 愛/アイ/ai 葵/アオイ/aoi 彩/アヤ/aya
  恵子/ケイコ/keiko 由美/ユミ/yumi 明美/アケミ/akemi 裕子/ユウコ/yuko 直美/ナオミ/naomi 千尋/チヒロ/chihiro
  真由美/マユミ/mayumi 麻衣/マイ/mai 莉子/リコ/riko 凛/リン/rin 紬/ツムギ/tsumugi 芽依/メイ/mei 七海/ナナミ/nanami
  楓/カエデ/kaede 詩織/シオリ/shiori 遥/ハルカ/haruka 智子/トモコ/tomoko 香織/カオリ/kaori めぐみ/メグミ/megumi
  みどり/ミドリ/midori
`)

const list = (text: string) => text.trim().split(/\s+/)

export const englishFirstNames = list(`
  James Mary Robert Patricia John Jennifer Michael Linda David Elizabeth William Barbara Richard Susan Joseph Jessica
  Thomas Sarah Christopher Karen Daniel Nancy Matthew Lisa Anthony Betty Mark Margaret Steven Sandra Paul Ashley
  Andrew Kimberly Joshua Emily Kenneth Donna Kevin Michelle Brian Carol George Amanda Timothy Melissa Ronald Deborah
  Zoë José Chloé Siobhán Aaliyah Mateo Priya Omar Noor Ingrid Wei Olumide
`)

export const englishLastNames = list(`
  Smith Johnson Williams Brown Jones Garcia Miller Davis Rodriguez Martinez Hernandez Lopez Gonzalez Wilson Anderson
  Thomas Taylor Moore Jackson Martin Lee Perez Thompson White Harris Sanchez Clark Ramirez Lewis Robinson Walker Young
  Allen King Wright Scott Torres Nguyen Hill Flores Green Adams Nelson Baker Hall Rivera Campbell Mitchell Carter
  Roberts O'Brien Müller Nuñez Okafor Patel Kowalski Van-Dyke Fitzgerald-Montgomery
`)

/** Foreign customers of Japanese shops, who ask for the reading of every name. */
export const foreignNames: readonly Name[] = [
  ['Emily Carter', 'エミリー カーター', 'emily.carter'],
  ['Lukas Müller', 'ルーカス ミュラー', 'lukas.mueller'],
  ['Sofía Hernández', 'ソフィア エルナンデス', 'sofia.hernandez'],
  ['王 麗華', 'オウ レイカ', 'wang.lihua'],
  ['김민준', 'キム ミンジュン', 'kim.minjun'],
  ['Nguyễn Thị Lan', 'グエン ティ ラン', 'nguyen.lan'],
  ['Liam O’Connor', 'リアム オコナー', 'liam.oconnor'],
  ['Amélie Dubois', 'アメリー デュボワ', 'amelie.dubois'],
  ['Ravi Shankaran', 'ラヴィ シャンカラン', 'ravi.shankaran'],
]

/** Names that test a layout: companies with their department, and people with many names. */
export const longJapaneseNames: readonly (readonly [string, string])[] = [
  [
    '株式会社日本生活文化総合研究所 東日本事業本部 第二商品企画部 購買担当 御中',
    'カブシキガイシャニホンセイカツブンカソウゴウケンキュウジョ',
  ],
  [
    '一般社団法人 全国伝統工芸品流通促進協議会 関西支部事務局',
    'ゼンコクデントウコウゲイヒンリュウツウソクシンキョウギカイ',
  ],
  [
    '寿限無寿限無 五劫の擦り切れ 海砂利水魚の水行末',
    'ジュゲムジュゲム ゴコウノスリキレ カイジャリスイギョノスイギョウマツ',
  ],
]

export const longEnglishNames: readonly string[] = [
  'Pacific Northwest Independent Booksellers and Stationers Cooperative, Receiving Department',
  'Maximiliana Anastasia Wilhelmina Featherstonehaugh-Cholmondeley of Marlborough',
]
