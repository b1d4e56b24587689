import type { AnyOperation } from '@/lib/http/operation'
import { accountOperations } from './accounts/operations'
import { attachmentOperations } from './attachments/operations'
import { authOperations } from './auth/operations'
import { bulkOperations } from './bulk/operations'
import { catalogOperations } from './catalog/operations'
import { customersRecallOperations } from './customers-recall/operations'
import { exportOperations } from './export/operations'
import { historyOperations } from './history/operations'
import { memberOperations } from './members/operations'
import { noteOperations } from './notes/operations'
import { orderActOperations } from './order-acts/operations'
import { orderOperations } from './orders/operations'
import { organizationOperations } from './organizations/operations'
import { overviewOperations } from './overview/operations'
import { systemOperations } from './system/operations'
import { viewOperations } from './views/operations'

/** Every operation of the Nodeblocks surface and of ours: the document, the reference page and the tests read this. */
export const primaryOperations = [
  ...systemOperations,
  ...authOperations,
  ...organizationOperations,
  ...memberOperations,
  ...accountOperations,
  ...orderOperations,
  ...orderActOperations,
  ...bulkOperations,
  ...customersRecallOperations,
  ...overviewOperations,
  ...viewOperations,
  ...historyOperations,
  ...noteOperations,
  ...exportOperations,
  ...catalogOperations,
  ...attachmentOperations,
] as unknown as readonly AnyOperation[]
