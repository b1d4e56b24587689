import { database } from '@/db'
import { hasAccounts } from '@/lib/users/has-accounts'

/** False on a new installation without accounts: the sign-in page then says how to make the first one. */
export const canAnybodySignIn = async (): Promise<boolean> => hasAccounts((await database()).reader)
