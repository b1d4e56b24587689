import { area } from '@/lib/client/messages/area'

export const useConflictMessages = area({
  en: {
    title: 'Not saved: the order changed meanwhile',
    who: (p: { who: string; what: string; when: string }) => `${p.who} · ${p.what} · ${p.when}.`,
    unknown: 'Somebody else changed it since you opened it.',
    rolledBack: 'Your change was taken back on this screen and nothing of it was stored.',
    reload: 'Show the order as it is now',
    moveTitle: 'This move is not possible',
  },
  ja: {
    title: '保存されませんでした。注文が先に変更されています',
    who: ({ who, what, when }) => `${who} · ${what} · ${when}`,
    unknown: '画面を開いたあとに誰かが変更しました。',
    rolledBack: 'この画面の変更は取り消され、何も保存されていません。',
    reload: '現在の注文を表示',
    moveTitle: 'この変更はできません',
  },
})
