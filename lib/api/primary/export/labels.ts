import type { changeResource } from '@/lib/resources/change'
import { orderResource } from '@/lib/resources/order'

type OrderField = keyof typeof orderResource.fields

const japanese: Record<OrderField, string> = {
  id: 'ID',
  number: '注文番号',
  version: '版',
  organization: '組織',
  cart: 'カート',
  checkout: 'チェックアウト',
  status: 'ステータス',
  paymentStatus: '支払い状況',
  fulfillmentStatus: '配送状況',
  disputeStatus: '異議',
  legalEntityId: '法人',
  cancelReason: 'キャンセル理由',
  currency: '通貨',
  subtotalPrice: '小計',
  totalTax: '税額',
  totalPrice: '合計',
  closedAt: '完了日時',
  canceledAt: 'キャンセル日時',
  createdAt: '注文日時',
  updatedAt: '更新日時',
  'customer.user': 'ユーザー',
  'customer.name': 'お客様名',
  'customer.nameKana': 'お客様名（カナ）',
  'customer.addressLine1': '住所',
  'customer.addressLine2': '住所 2',
  'customer.addressLine3': '住所 3',
  'customer.phone': '電話',
  'customer.email': 'メール',
  'customer.age': '年齢',
  'customer.preferredContactMethod': '希望の連絡方法',
  'customer.preferredTimeToContact': '希望の時間帯',
  'lineItems.product': '商品 ID',
  'lineItems.productName': '商品名',
  'lineItems.variant': 'バリエーション ID',
  'lineItems.variantTitle': 'バリエーション',
  'lineItems.sku': 'SKU',
  'lineItems.quantity': '数量',
  'lineItems.price.amount': '単価',
  'lineItems.price.taxable': '課税',
  customFields: 'カスタム項目',
}

/** How the first line calls the columns: by the API's own names, which stay the same, or for people. */
export const headers = ['fields', 'en', 'ja'] as const
export type Header = (typeof headers)[number]

/** What a column of an order export is called. */
export function orderLabel(path: string, header: Header): string {
  if (header === 'fields') return path
  const [field, below] = path.startsWith('customFields.')
    ? ['customFields', path.slice('customFields'.length)]
    : [path, '']
  const name = field as OrderField
  return (header === 'ja' ? japanese[name] : orderResource.fields[name].label) + below
}

type ChangeColumn =
  | Exclude<keyof typeof changeResource.fields, 'fields' | 'organization'>
  | 'entityName'
  | 'field'
  | 'before'
  | 'after'

/** The columns of a history export in their order. */
export const changeColumns: Record<ChangeColumn, { en: string; ja: string }> = {
  at: { en: 'When', ja: '日時' },
  'actor.kind': { en: 'Kind of actor', ja: '操作者の種類' },
  'actor.name': { en: 'Actor', ja: '操作者' },
  'actor.id': { en: 'Actor id', ja: '操作者 ID' },
  operation: { en: 'What', ja: '操作' },
  entity: { en: 'Kind', ja: '対象の種類' },
  entityName: { en: 'Of', ja: '対象' },
  entityId: { en: 'Id', ja: '対象 ID' },
  version: { en: 'Version', ja: '版' },
  field: { en: 'Field', ja: '項目' },
  before: { en: 'Before', ja: '変更前' },
  after: { en: 'After', ja: '変更後' },
  surface: { en: 'Through', ja: '経路' },
  requestId: { en: 'Request', ja: 'リクエスト' },
  batchId: { en: 'Batch', ja: 'バッチ' },
  id: { en: 'Entry', ja: '記録 ID' },
}
