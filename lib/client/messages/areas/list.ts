import { area } from '../area'

const plural = (count: number, one: string, many: string) => (count === 1 ? one : many)

export const useListMessages = area({
  en: {
    selection: 'Selection',
    selectPage: 'Select this page',
    selected: (p: { count: string }) => `${p.count} selected`,
    allSelected: (p: { count: string }) => `All ${p.count} selected`,
    selectAll: (p: { count: string }) => `Select all ${p.count} matching`,
    clearSelection: 'Clear the selection',
    moreActions: 'More actions',
    selectRow: 'Select the row',
    selectDown: 'Select this row and the next',
    selectUp: 'Select this row and the one before',
    selectPageKey: 'Select the page; once more: everything that matches',
    filterChanged: 'Keep the selection?',
    filterChangedText: (p: { count: string }) =>
      `The list shows something else now, and ${p.count} are selected from what it showed before.`,
    dropSelection: 'Clear the selection',
    goBack: 'Back to the earlier list',
    resizeColumn: (p: { column: string }) => `Width of ${p.column}`,
    found: (p: { total: string; count: number }) => `${p.total} ${plural(p.count, 'result', 'results')}`,
    forbidden: 'You may not see this list',
    forbiddenText: 'It can be read by owners and admins of the organization.',
  },
  ja: {
    selection: '選択',
    selectPage: 'このページを選択',
    selected: (p) => `${p.count} 件を選択中`,
    allSelected: (p) => `${p.count} 件すべてを選択中`,
    selectAll: (p) => `一致する ${p.count} 件すべてを選択`,
    clearSelection: '選択を解除',
    moreActions: 'その他の操作',
    selectRow: '行を選択',
    selectDown: 'この行と次の行を選択',
    selectUp: 'この行と前の行を選択',
    selectPageKey: 'ページを選択（もう一度で一致するものすべて）',
    filterChanged: '選択をどうしますか？',
    filterChangedText: (p) => `一覧の条件が変わりました。以前の一覧で選んだ ${p.count} 件が選択されたままです。`,
    dropSelection: '選択を解除する',
    goBack: '前の一覧に戻る',
    resizeColumn: (p) => `${p.column} の幅`,
    found: (p) => `${p.total} 件`,
    forbidden: 'この一覧を表示する権限がありません',
    forbiddenText: '組織のオーナーと管理者が閲覧できます。',
  },
})
