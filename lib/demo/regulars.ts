import type { Actor } from '@/lib/auth/actor'
import type { NewCustomer, NewOrder } from '@/lib/orders/compose-order'
import { actorOf, type People } from './accounts'

/** The two accounts that order, with the contact details their orders carry. */
export type DemoCustomer = { actor: Actor; details: NewCustomer; legalEntityId: string | null }

export function demoCustomers({ users }: People): Record<'taro' | 'hanako', DemoCustomer> {
  const taro = users['taro@customer.example']
  const hanako = users['hanako@customer.example']
  return {
    taro: {
      actor: actorOf(taro),
      // Decision 26: the only legal entity of the ordering user.
      legalEntityId: 'ACME-KK',
      details: {
        userId: taro.id,
        name: '山田 太郎',
        nameKana: 'ヤマダ タロウ',
        addressLine1: '〒150-0001 東京都渋谷区',
        addressLine2: '神宮前1-2-3',
        addressLine3: 'メゾン青葉302号室',
        phone: '090-0123-4567',
        email: taro.email,
        age: '38',
        preferredContactMethod: 'email',
      },
    },
    hanako: {
      actor: actorOf(hanako),
      legalEntityId: null,
      details: {
        userId: hanako.id,
        name: '鈴木 花子',
        nameKana: 'スズキ ハナコ',
        addressLine1: '〒604-8005 京都府京都市中京区',
        addressLine2: '恵比須町4-5',
        addressLine3: null,
        phone: '075-0123-456',
        email: hanako.email,
        preferredTimeToContact: '土日祝の午前中',
      },
    },
  }
}

/** What an order of theirs says about whose it is. */
export const detailsOf = ({ actor, details, legalEntityId }: DemoCustomer) =>
  ({ customer: details, createdBy: actor.userId, legalEntityId }) satisfies Partial<NewOrder>
