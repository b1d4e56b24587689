import type { DetailCode, ErrorCode } from '@/lib/errors'

/** What a code means; `facts` are what the server sent beside it. */
export type RefusalText = string | ((facts: Record<string, unknown>) => string)

export type RefusalTexts = {
  /** What is wrong with one place of the input. */
  details: Record<DetailCode, string>
  /** What was refused, by its finer code. */
  inner: Record<string, RefusalText>
  /** What was refused, where there is nothing finer. */
  codes: Record<ErrorCode, string>
  /** Codes that do not say why: the server's own words always follow. */
  open: ReadonlySet<string>
  /** A sentence of ours, and the server's words after it. */
  both: (said: { sentence: string; words: string }) => string
}

/** In the reader's own zone. */
const instant = (at: unknown) => new Date(String(at)).toLocaleString('ja-JP')

/** What the server's codes mean in Japanese. */
export const japaneseRefusals: RefusalTexts = {
  details: {
    NullValue: '入力してください。',
    InvalidType: '値の種類が正しくありません。',
    InvalidFormat: '形式が正しくありません。',
    OutOfRange: '足りないか、入力できる範囲を外れています。',
    TooLong: '長すぎます。',
    TooMany: '数が多すぎます。',
    NotAllowed: 'この値は使えません。',
    UnknownProperty: 'サーバーにない項目です。',
    UnknownParameter: 'サーバーにない条件です。',
    UnknownReference: '指定されたものが見つかりません。',
    Duplicate: 'すでに使われているか、重複しています。',
    Allowed: '今の状態でできることは決まっています。',
    Blocked: 'ほかで使われているため変更できません。',
  },
  inner: {
    CategoryInUse: ({ products }) =>
      `このカテゴリーには商品が ${products} 件あります。先に別のカテゴリーへ移してください。`,
    AttributeInUse: ({ products }) => `値が合わなくなる商品が ${products} 件あります。先に商品の値を変更してください。`,
    AttachmentInUse: ({ places }) =>
      `このファイルは ${places} か所で使われています。先にそこから外すか、商品から外して削除してください。`,
    LastOwner: '最後のオーナーです。先に別のオーナーを決めてください。',
    OwnersOnly: 'オーナーの追加・変更・削除ができるのはオーナーだけです。',
    LastSystemAdmin: '最後のシステム管理者です。先に別のシステム管理者を決めてください。',
    SystemAdminsOnly: 'これを変更できるのはシステム管理者だけです。',
    InvitationUsed: 'この招待はすでに使われています。新しい招待を依頼してください。',
    InvitationRevoked: 'この招待は取り消されました。新しい招待を依頼してください。',
    InvitationExpired: 'この招待は期限が切れています。新しい招待を依頼してください。',
    OtherAddress: 'この招待は別のメールアドレス宛てです。',
    LinkEnded: 'このリンクは使用済みか、期限が切れています。システム管理者に新しいリンクを依頼してください。',
    LinkExpired: 'このリンクは期限が切れています。ページを再読み込みしてください。',
    CountChanged: ({ count }) =>
      `対象の件数が変わりました。現在は ${count} 件です。確認してからもう一度お試しください。`,
    NotRevertible: '元に戻せません。その後に別の変更があったか、元に戻すものがありません。',
    SkuTaken: ({ sku, product }) => `SKU「${sku}」は、すでに商品「${product}」で使われています。`,
    ChangedSince: ({ by, at }) => `その後、${by ? `${by} が` : ''}変更しました${at ? `（${instant(at)}）` : ''}。`,
    DeletedAgain: ({ by, at }) =>
      `元に戻されたあと、${by} が再び削除しました（${instant(at)}）。そちらを元に戻してください。`,
    DeletedSince: 'その後、削除されました。',
    ParentGone: ({ name, parent, by, at }) =>
      `「${name}」の親だった「${parent ?? '—'}」が削除されています${by ? `（${by}、${instant(at)}）` : ''}。先にそちらを元に戻してください。`,
    TooDeep: ({ levels }) => `元に戻すと、階層が ${levels} 段を超えてしまいます。`,
    StaleVersion: 'ほかの人が先に変更しました。再読み込みしてからもう一度お試しください。',
    AlreadyRotated: 'このキーはすでに更新されています。新しいほうのキーを更新してください。',
    AlreadyFollowed: 'この商品はすでにフォローしています。',
    EmailNotVerified: '先にメールアドレスを確認してください。',
    MissingScope: 'API キーに必要な権限がありません。',
    NotForApiKeys: 'API キーではこの操作はできません。',
    InvalidCredentials: 'メールアドレスかパスワードが違います。',
    AccountDisabled: 'このアカウントは無効になっています。管理者にお問い合わせください。',
    SessionEnded: 'セッションが終了しました。もう一度サインインしてください。',
    TokenMissing: 'もう一度サインインしてください。',
    CsrfTokenInvalid: 'ページが古くなっています。再読み込みしてもう一度お試しください。',
    CrossOrigin: 'このページからは送信できません。再読み込みしてもう一度お試しください。',
    RequestInFlight: '同じ操作を処理しています。少し待ってからもう一度お試しください。',
    QueryTooSlow: '検索に時間がかかりすぎました。条件を絞ってください。',
    InvalidFilter: '絞り込みの条件を読み取れません。',
    InvalidSearch: '検索の言葉を読み取れません。',
    InvalidOrderBy: '並び順を読み取れません。',
    InvalidToken: 'ページの位置が正しくありません。最初のページから開き直してください。',
    WrongContent: 'ファイルの中身が種類と合っていないか、壊れています。',
    TooManyPixels: '画像が大きすぎます。',
    UploadUsed: 'このアップロードはすでに終わっています。',
    UploadExpired: 'アップロードの期限が切れました。もう一度選んでください。',
    InvalidSignature: 'アップロードの宛先が正しくありません。もう一度選んでください。',
  },
  codes: {
    BadArgument: '入力を受け付けられませんでした。',
    Unauthorized: 'もう一度サインインしてください。',
    Forbidden: 'この操作をする権限がありません。',
    NotFound: '見つかりませんでした。削除されたか、別の組織のものです。',
    MethodNotAllowed: 'この操作はできません。',
    Conflict: '今の状態ではこの操作はできません。',
    PreconditionFailed: 'ほかの人が先に変更しました。再読み込みしてからもう一度お試しください。',
    PayloadTooLarge: '送信する内容が大きすぎます。',
    UnsupportedMediaType: 'この種類のファイルは受け付けられません。',
    RangeNotSatisfiable: 'ファイルのその部分はありません。',
    IdempotencyKeyReused: '同じ送信が別の内容で行われました。もう一度お試しください。',
    TooManyRequests: '操作が多すぎます。少し待ってからもう一度お試しください。',
    UnexpectedError: 'サーバーで予期しないエラーが起きました。',
    ServiceUnavailable: 'サーバーが混み合っています。少し待ってからもう一度お試しください。',
    InsufficientStorage: 'サーバーの空き容量が足りません。',
  },
  open: new Set(['NotAllowed', 'UnknownProperty', 'Allowed', 'Blocked', 'InvalidFilter', 'BadArgument', 'Conflict']),
  both: ({ sentence, words }) => `${sentence}（${words}）`,
}
