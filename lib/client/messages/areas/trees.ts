import { area } from '../area'

const many = (count: number, one: string, more: string) => (count === 1 ? `1 ${one}` : `${count} ${more}`)

/** Texts of the trees: categories and locations, and the field that chooses from them. */
export const useTreeMessages = area({
  en: {
    kinds: {
      categories: {
        title: 'Categories',
        one: 'Category',
        add: 'New category',
        search: 'Search categories',
        hint: 'Name',
        emptyTitle: 'No categories yet',
        emptyText: 'Products are filed in categories. Add the first one; others can stand below it.',
        failed: 'The categories could not be loaded',
        gone: 'This category no longer exists',
        tree: 'Category tree',
        choose: 'Choose a category',
        chooseMany: 'Choose categories',
      },
      locations: {
        title: 'Locations',
        one: 'Location',
        add: 'New location',
        search: 'Search locations',
        hint: 'Name or code',
        emptyTitle: 'No locations yet',
        emptyText:
          'Products say where they are to be had. Add a region first; prefectures and cities can stand below it.',
        failed: 'The locations could not be loaded',
        gone: 'This location no longer exists',
        tree: 'Location tree',
        choose: 'Choose a location',
        chooseMany: 'Choose locations',
      },
    },
    picker: {
      archived: 'archived',
      archivedReason: 'Archived: nothing can be put here.',
      atMost: (p: { max: number }) => `At most ${p.max}.`,
      remove: (p: { name: string }) => `Remove ${p.name}`,
      chosen: (p: { count: number; max: number }) => `${p.count} of ${p.max} chosen`,
      chosenOne: (p: { name: string }) => `${p.name} chosen`,
      removedOne: (p: { name: string }) => `${p.name} removed`,
      noMatch: 'Nothing of that name.',
      moreMatches: (p: { count: number }) => `${p.count} more match. Type more of the name.`,
      matches: (p: { count: number }) => many(p.count, 'match', 'matches'),
      keys: '↑ ↓ move · → ← open and close · Enter chooses',
      gone: 'No longer exists',
      clear: 'Clear',
      show: 'Show the tree',
    },
    more: (p: { count: number }) => `${p.count} more`,
    root: 'Top level',
    counts: (p: { own: number; all: number }) =>
      p.own === p.all
        ? `${many(p.all, 'published product', 'published products')}`
        : `${many(p.own, 'published product', 'published products')} here, ${p.all} with everything below`,
  },
  ja: {
    kinds: {
      categories: {
        title: 'カテゴリー',
        one: 'カテゴリー',
        add: 'カテゴリーを追加',
        search: 'カテゴリーを検索',
        hint: '名前',
        emptyTitle: 'カテゴリーはまだありません',
        emptyText: '商品はカテゴリーに分類されます。最初のカテゴリーを追加すると、その下に階層を作れます。',
        failed: 'カテゴリーを読み込めませんでした',
        gone: 'このカテゴリーはもう存在しません',
        tree: 'カテゴリーの階層',
        choose: 'カテゴリーを選択',
        chooseMany: 'カテゴリーを選択',
      },
      locations: {
        title: '場所',
        one: '場所',
        add: '場所を追加',
        search: '場所を検索',
        hint: '名前またはコード',
        emptyTitle: '場所はまだありません',
        emptyText: '商品にはどこで扱うかを登録できます。まず地方を追加し、その下に都道府県や市区町村を作ります。',
        failed: '場所を読み込めませんでした',
        gone: 'この場所はもう存在しません',
        tree: '場所の階層',
        choose: '場所を選択',
        chooseMany: '場所を選択',
      },
    },
    picker: {
      archived: 'アーカイブ済み',
      archivedReason: 'アーカイブ済みのため選べません。',
      atMost: (p: { max: number }) => `${p.max}件まで選べます。`,
      remove: (p: { name: string }) => `${p.name}を外す`,
      chosen: (p: { count: number; max: number }) => `${p.max}件中${p.count}件を選択`,
      chosenOne: (p: { name: string }) => `${p.name}を選択しました`,
      removedOne: (p: { name: string }) => `${p.name}を外しました`,
      noMatch: '一致するものはありません。',
      moreMatches: (p: { count: number }) => `ほかに${p.count}件あります。続けて入力してください。`,
      matches: (p: { count: number }) => `${p.count}件一致`,
      keys: '↑ ↓ 移動 · → ← 開閉 · Enter 選択',
      gone: '存在しません',
      clear: 'クリア',
      show: '階層を表示',
    },
    more: (p: { count: number }) => `ほか${p.count}件`,
    root: '最上位',
    counts: (p: { own: number; all: number }) =>
      p.own === p.all ? `公開中の商品${p.all}件` : `公開中の商品：ここに${p.own}件、下の階層を含めて${p.all}件`,
  },
})
