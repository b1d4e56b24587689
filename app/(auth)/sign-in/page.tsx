import { SignInPage } from '@/components/auth/sign-in-page'
import { canAnybodySignIn } from '@/lib/auth/can-anybody-sign-in'

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

const one = (value: string | string[] | undefined) => (typeof value === 'string' ? value : null)

export default async function Page({ searchParams }: Props) {
  const { next, callbackUrl, reason } = await searchParams
  return <SignInPage next={one(next) ?? one(callbackUrl)} reason={one(reason)} possible={await canAnybodySignIn()} />
}
