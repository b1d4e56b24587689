import { area } from '@/lib/client/messages/area'

export const useColumnMessages = area({
  en: {
    columns: 'Columns',
    find: 'Find a column',
    findOrAdd: 'Find a column, or name a custom field',
    shown: 'Shown columns',
    hidden: 'Not shown',
    pin: (p: { column: string }) => `Keep ${p.column} in place while scrolling sideways`,
    add: (p: { column: string }) => `Add ${p.column}`,
    reset: 'Reset',
    hint: 'Drag, or Alt ↑ ↓',
    moved: (p: { column: string; at: number; count: number }) => `${p.column}, now ${p.at} of ${p.count}`,
  },
  ja: {
    columns: '列',
    find: '列を検索',
    findOrAdd: '列を検索、またはカスタム項目名を入力',
    shown: '表示中の列',
    hidden: '非表示の列',
    pin: (p) => `横にスクロールしても ${p.column} を固定`,
    add: (p) => `${p.column} を追加`,
    reset: 'リセット',
    hint: 'ドラッグ、または Alt ↑ ↓',
    moved: (p) => `${p.column}：${p.count} 列中 ${p.at} 番目`,
  },
})
