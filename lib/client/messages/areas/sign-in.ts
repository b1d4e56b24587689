import { area } from '@/lib/client/messages/area'
import { plural } from '@/lib/client/messages/plural'

export const useSignInMessages = area({
  en: {
    title: 'Sign in',
    lead: 'Orders and catalog of your organizations.',
    email: 'E-mail',
    password: 'Password',
    submit: 'Sign in',
    wrong: 'E-mail and password do not match an account.',
    throttled: (p: { minutes: number }) =>
      `Too many failed attempts. Try again in ${p.minutes} ${plural(p.minutes, 'minute', 'minutes')}.`,
    unreachable: 'The server could not be reached. Nothing was sent; try again.',
    failed: 'Signing in failed. Reload the page and try again.',
    disabled: 'This account is disabled. Ask an administrator.',
    emailMissing: 'Enter your e-mail address.',
    passwordMissing: 'Enter your password.',
    expired: 'Your session has ended. Sign in again to go on.',
    signedOut: 'You are signed out.',
    nobodyTitle: 'Nobody can sign in yet',
    nobody:
      'There is no account. Set ADMIN_EMAIL and ADMIN_PASSWORD and restart to create the first system admin, or run “npm run demo” for demo data.',
  },
  ja: {
    title: 'サインイン',
    lead: '組織の注文と商品を管理します。',
    email: 'メールアドレス',
    password: 'パスワード',
    submit: 'サインイン',
    wrong: 'メールアドレスまたはパスワードが正しくありません。',
    throttled: ({ minutes }) => `失敗が続いたため一時的に停止しています。${minutes} 分後にもう一度お試しください。`,
    unreachable: 'サーバーに接続できません。何も送信されていません。もう一度お試しください。',
    failed: 'サインインできませんでした。ページを再読み込みしてもう一度お試しください。',
    disabled: 'このアカウントは無効になっています。管理者にお問い合わせください。',
    emailMissing: 'メールアドレスを入力してください。',
    passwordMissing: 'パスワードを入力してください。',
    expired: 'セッションが終了しました。続けるにはもう一度サインインしてください。',
    signedOut: 'サインアウトしました。',
    nobodyTitle: 'まだ誰もサインインできません',
    nobody:
      'アカウントがありません。ADMIN_EMAIL と ADMIN_PASSWORD を設定して再起動すると最初のシステム管理者が作られます。デモデータを使うには「npm run demo」を実行してください。',
  },
})
