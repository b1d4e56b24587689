import { area } from '@/lib/client/messages/area'

export const useEditingMessages = area({
  en: {
    leaveTitle: 'Leave without saving?',
    leaveText: 'What you changed on this page has not been saved.',
    leave: 'Leave without saving',
    stay: 'Stay on this page',
    draftFound: (p: { when: string }) => `There are unsaved changes of yours from ${p.when}.`,
    draftOlder: 'It was saved anew since, so look through what you restore.',
    restore: 'Restore them',
    discard: 'Throw them away',
    again: 'Your session has ended',
    againText: (p: { email: string }) =>
      `Nothing is lost. Sign in again as ${p.email}, and what you were doing goes on.`,
    signIn: 'Sign in and go on',
    other: 'Sign in as somebody else, and lose what is not saved',
  },
  ja: {
    leaveTitle: '保存せずに移動しますか？',
    leaveText: 'このページでの変更はまだ保存されていません。',
    leave: '保存せずに移動',
    stay: 'このページに留まる',
    draftFound: (p) => `${p.when} に行った、保存されていない変更があります。`,
    draftOlder: 'その後に別の保存が行われています。復元する内容を確認してください。',
    restore: '復元する',
    discard: '破棄する',
    again: 'セッションが終了しました',
    againText: (p) => `入力内容は失われていません。${p.email} で再度サインインすると、操作を続けられます。`,
    signIn: 'サインインして続ける',
    other: '別のアカウントでサインインする（保存していない内容は失われます）',
  },
})
