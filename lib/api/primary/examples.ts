import type { Example } from '@/lib/http/openapi'
import type { ErrorExamples } from '@/lib/http/openapi-responses'
import { catalogExamples } from './catalog/examples'

const ids = {
  order: '0198f3a1c2d4000000000051',
  organization: '0198f3a1c2d4000000000002',
  user: '0198f3a1c2d4000000000003',
  product: '0198f3a1c2d4000000000021',
  variant: '0198f3a1c2d4000000000031',
  change: '0198f3a1c2d4000000000061',
  key: '0198f3a1c2d4000000000041',
  batch: '0198f3a1c2d4000000000071',
  revert: '0198f3a1c2d4000000000072',
  note: '0198f3a1c2d4000000000081',
}
const placedAt = '2026-01-31T09:30:00.000Z'

const contact = {
  name: '山田 太郎',
  nameKana: 'ヤマダ タロウ',
  addressLine1: '東京都千代田区丸の内1-1-1',
  phone: '03-1234-5678',
  email: 'taro@example.jp',
}

const newOrder = {
  items: [{ productId: ids.product, variantId: ids.variant, quantity: 2 }],
  customer: { ...contact, preferredContactMethod: 'phone' },
  customFields: { gift: true },
}

// 2 × 1000 yen without tax, and 10 % of it.
const order = {
  id: ids.order,
  number: 100_000_001,
  version: 1,
  organization: ids.organization,
  cart: null,
  checkout: null,
  lineItems: [
    {
      product: ids.product,
      productName: 'Linen shirt',
      variant: ids.variant,
      variantTitle: 'White, M',
      sku: 'SHIRT-W-M',
      price: { amount: 1000, taxable: true },
      quantity: 2,
    },
  ],
  currency: 'JPY',
  subtotalPrice: 2000,
  totalTax: 200,
  totalPrice: 2200,
  customer: {
    user: ids.user,
    ...contact,
    addressLine2: null,
    addressLine3: null,
    age: null,
    preferredContactMethod: 'phone',
    preferredTimeToContact: null,
  },
  status: 'PENDING',
  paymentStatus: 'NOT_PAID',
  fulfillmentStatus: 'UNFULFILLED',
  disputeStatus: 'NONE',
  legalEntityId: null,
  cancelReason: null,
  closedAt: null,
  canceledAt: null,
  customFields: { gift: true },
  createdAt: placedAt,
  updatedAt: placedAt,
}

const accepted = { ...order, version: 2, status: 'ACCEPTED', updatedAt: '2026-01-31T09:41:12.345Z' }

const orderList = { total: 1, count: 1, value: [order] }

const organization = {
  id: ids.organization,
  name: 'Acme',
  description: '',
  slug: 'acme',
  country: 'JP',
  currency: 'JPY',
  timeZone: 'Asia/Tokyo',
  status: 'normal',
  createdAt: placedAt,
  updatedAt: placedAt,
}

const settings = {
  id: ids.organization,
  name: 'Acme',
  description: '',
  slug: 'acme',
  storeNumber: 1,
  country: 'JP',
  currency: 'JPY',
  hasPrices: true,
  taxRate: 10,
  timeZone: 'Asia/Tokyo',
  status: 'normal',
  restrictions: [{ label: 'VIP', users: [{ id: ids.user, name: '山田 太郎', email: 'taro@example.jp' }] }],
  syncRestrictionsWithSiteCodes: false,
  legalEntities: [
    { id: 'ACME-KK', name: 'Acme KK', users: [{ id: ids.user, name: '山田 太郎', email: 'taro@example.jp' }] },
  ],
  createdAt: placedAt,
  updatedAt: placedAt,
}

const member = {
  id: ids.user,
  name: '山田 太郎',
  email: 'taro@example.jp',
  role: 'admin',
  disabled: false,
  lastSeenAt: placedAt,
  createdAt: placedAt,
  version: 2,
}

const tokens = { userId: ids.user, accessToken: 'od_at_…', refreshToken: 'od_rt_…' }

const bulkTransition = {
  status: 'ACCEPTED',
  filter: "status eq 'PENDING' and totalPrice lt 10000",
  excludeIds: [ids.order],
  expectedCount: 2,
}

const bulkResult = {
  batchId: ids.batch,
  total: 2,
  moved: 1,
  unchanged: 0,
  refused: 0,
  changed: 1,
  skipped: 0,
  results: [
    { id: '0198f3a1c2d4000000000052', number: 100_000_002, outcome: 'moved', status: 'ACCEPTED', version: 2 },
    {
      id: '0198f3a1c2d4000000000053',
      number: 100_000_003,
      outcome: 'changedSince',
      status: 'CANCELED',
      version: 2,
      reason: 'It changed since: Acme Owner did “cancel” at 2026-01-31T09:41:12.345Z.',
      changedBy: {
        actor: { kind: 'user', id: ids.user, name: 'Acme Owner' },
        operation: 'cancel',
        at: '2026-01-31T09:41:12.345Z',
      },
    },
  ],
}

const note = {
  id: ids.note,
  body: 'Call before delivery.',
  author: { id: ids.user, name: 'Acme Owner' },
  version: 1,
  createdAt: placedAt,
  updatedAt: placedAt,
  deletedAt: null,
  earlier: [],
}

/** What bodies and answers look like, by operation id; the tests hold each against its schema. */
export const primaryExamples: Record<string, Example> = {
  ...catalogExamples,
  login: { body: { email: 'owner@acme.example', password: 'correct horse battery staple' }, answer: tokens },
  refreshTokens: { body: { refreshToken: 'od_rt_…' }, answer: tokens },
  createApiKey: {
    body: { name: 'Warehouse', scopes: ['orders:read', 'orders:write'], expiresAt: '2027-01-31T00:00:00Z' },
  },
  createSystemApiKey: { body: { name: 'Reporting', scopes: ['orders:read', 'products:read'] } },
  rotateApiKey: { body: { graceHours: 24 } },
  rotateSystemApiKey: { body: { graceHours: 0 } },
  patchMember: { body: { role: 'admin' }, answer: member },
  readMember: { answer: member },
  createInvitation: { body: { role: 'member', email: 'hanako@example.jp' } },
  acceptInvitation: {
    body: { name: '鈴木 花子', email: 'hanako@example.jp', password: 'correct horse battery staple' },
    answer: {
      organization: { id: ids.organization, name: 'Acme' },
      role: 'member',
      user: { id: ids.user, name: '鈴木 花子', email: 'hanako@example.jp' },
    },
  },
  createUser: { body: { name: '鈴木 花子', email: 'hanako@example.jp', isSystemAdmin: false } },
  patchUser: { body: { disabled: true } },
  setUserPassword: { body: { password: 'correct horse battery staple' } },
  usePasswordReset: { body: { password: 'correct horse battery staple' }, answer: { email: 'hanako@example.jp' } },
  patchMe: { body: { name: '山田 太郎' } },
  changePassword: {
    body: { currentPassword: 'correct horse battery staple', newPassword: 'a longer sentence is a better password' },
    answer: { ended: 2 },
  },
  endOtherSessions: { body: {}, answer: { ended: 2 } },
  createOrganization: { body: { name: 'Acme', slug: 'acme', currency: 'JPY', taxRate: 10 }, answer: settings },
  readSettings: { answer: settings },
  patchSettings: {
    body: { name: 'Acme', taxRate: 10, restrictions: [{ label: 'VIP', userIds: [ids.user] }] },
    answer: settings,
  },
  patchPreferences: { body: { theme: 'dark', locale: 'ja' } },
  listOrganizations: { answer: { total: 1, count: 1, value: [organization] } },
  readOrganization: { answer: organization },
  listOrders: { answer: orderList },
  listUserOrders: { answer: orderList },
  listOrganizationOrders: { answer: orderList },
  createOrder: { body: newOrder, answer: order },
  readOrder: { answer: order },
  patchOrder: { body: { status: 'ACCEPTED', note: 'Confirmed by phone.' }, answer: accepted },
  recordPayment: {
    body: { status: 'PAID', transactionId: 'ch_3P', provider: 'card' },
  },
  createShipment: {
    body: { lines: [{ lineId: 1, quantity: 2 }], carrier: 'Yamato', trackingNumber: '1234-5678-9012' },
  },
  contestOrder: { body: { message: 'One shirt arrived torn.', items: [{ lineId: 1, quantity: 1 }] } },
  reviewOrder: { body: { items: [{ lineId: 1, quantity: 1 }] } },
  patchView: { body: { name: 'Large' } },
  putListArrangement: { body: { columns: ['number', 'status', 'totalPrice'], density: 'compact', pageSize: 50 } },
  revertOrder: { answer: { ...order, version: 3, updatedAt: '2026-01-31T09:45:00.000Z' } },
  countOrdersByProduct: { answer: [{ organization: ids.organization, productId: ids.product, count: 12 }] },
  countOrdersByStatus: {
    answer: {
      total: 5,
      count: 5,
      value: [
        { status: 'PENDING', count: 7 },
        { status: 'ACCEPTED', count: 3 },
        { status: 'PROCESSING', count: 2 },
        { status: 'CLOSED', count: 31 },
        { status: 'CANCELED', count: 1 },
      ],
    },
  },
  transitionOrders: { body: bulkTransition, answer: bulkResult },
  transitionOrganizationOrders: { body: bulkTransition, answer: bulkResult },
  revertBatch: { answer: { ...bulkResult, batchId: ids.revert } },
  revertOrganizationBatch: { answer: { ...bulkResult, batchId: ids.revert } },
  quoteOrder: {
    body: { items: newOrder.items },
    answer: {
      currency: 'JPY',
      subtotalPrice: 2000,
      totalTax: 200,
      totalPrice: 2200,
      lineItems: [{ ...order.lineItems[0], tax: 200 }],
    },
  },
  countOrders: {
    body: { filters: ["status eq 'PENDING'", { filter: 'totalPrice gt 10000', search: '山田' }] },
    answer: { total: 2, count: 2, value: [{ count: 7 }, { count: 1 }] },
  },
  createOrderNote: { body: { body: 'Call before delivery.' }, answer: note },
  patchOrderNote: {
    body: { body: 'Call before noon.' },
    answer: {
      ...note,
      body: 'Call before noon.',
      version: 2,
      updatedAt: '2026-01-31T10:00:00.000Z',
      earlier: [{ version: 1, body: note.body, replacedBy: 'Acme Owner', replacedAt: '2026-01-31T10:00:00.000Z' }],
    },
  },
  createView: {
    body: {
      list: 'orders',
      name: 'To accept',
      scope: 'shared',
      state: { filter: "status eq 'PENDING'", sort: 'createdAt', columns: ['number', 'customer.name', 'totalPrice'] },
    },
  },
  readOrderTransitions: {
    answer: {
      total: 3,
      count: 3,
      value: [
        { status: 'ACCEPTED', requires: [] },
        { status: 'PROCESSING', requires: [] },
        { status: 'CANCELED', requires: ['cancelReason'] },
      ],
      blocked: [],
    },
  },
  readOrderHistory: {
    answer: {
      total: 1,
      count: 1,
      value: [
        {
          id: ids.change,
          organization: ids.organization,
          entity: 'order',
          entityId: ids.order,
          entityName: '100000001',
          version: 2,
          operation: 'update',
          surface: 'nodeblocks',
          actor: { kind: 'user', id: ids.user, name: 'Acme Owner' },
          fields: { status: ['PENDING', 'ACCEPTED'] },
          at: accepted.updatedAt,
          requestId: '4f7c2a9e-6f0e-4a53-9a2b-0d6f6f1d2c11',
          batchId: null,
        },
      ],
    },
  },
}

/** What failures look like in this vocabulary. */
export const primaryErrorExamples: ErrorExamples = {
  BadArgument: {
    code: 'BadArgument',
    message: "$filter, position 0: An order has no property 'colour'. Try: id, status, createdAt.",
    target: 'RequestQuery',
    innererror: { code: 'InvalidFilter', position: 0, found: 'colour' },
  },
  Unauthorized: {
    code: 'Unauthorized',
    message: 'The token has expired. Refresh it, or sign in again.',
    target: 'Token',
    innererror: { code: 'TokenExpiredError' },
  },
  Forbidden: {
    code: 'Forbidden',
    message: 'The API key lacks the scope `orders:write`.',
    innererror: { code: 'MissingScope', scope: 'orders:write' },
  },
  NotFound: { code: 'NotFound', message: 'Order was not found.', target: 'Order' },
  Conflict: {
    code: 'Conflict',
    message: 'An order that is CLOSED cannot become ACCEPTED.',
    target: 'status',
  },
  TooManyRequests: { code: 'TooManyRequests', message: 'More than 3000 requests in a minute. Wait 12 seconds.' },
}
