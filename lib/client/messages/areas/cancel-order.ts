import { area } from '@/lib/client/messages/area'

export const useCancelMessages = area({
  en: {
    title: (p: { number: string }) => `Cancel order ${p.number}`,
    reason: 'Reason',
    note: 'Note',
    noteHint: 'Kept in the history of the order.',
    noteRequired: 'Say in a few words why.',
    consequence: (p: { items: string; total: string }) =>
      `${p.items}, ${p.total}. The order ends here; an open payment is voided. You can take this back until something else happens to the order.`,
    confirm: 'Cancel order',
    keep: 'Keep the order',
  },
  ja: {
    title: ({ number }) => `注文 ${number} をキャンセル`,
    reason: '理由',
    note: 'メモ',
    noteHint: '注文の履歴に残ります。',
    noteRequired: '理由を簡単に書いてください。',
    consequence: ({ items, total }) =>
      `${items}、${total}。注文はここで終わり、未完了の支払いは取り消されます。次の変更があるまでは元に戻せます。`,
    confirm: '注文をキャンセル',
    keep: 'キャンセルしない',
  },
})
