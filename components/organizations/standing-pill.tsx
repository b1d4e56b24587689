import { IconAlertTriangle, IconBan, IconCircleCheck } from '@tabler/icons-react'
import { useOrganizationMessages } from '@/lib/client/messages/areas/organizations'
import type { OrganizationStatus } from '@/lib/resources/organization'
import css from './organizations.module.css'

const icons = { normal: IconCircleCheck, restricted: IconAlertTriangle, prohibited: IconBan } satisfies Record<
  OrganizationStatus,
  unknown
>

/** Whether an organization may trade: a hue, an icon and the word. */
export function StandingPill({ status }: { status: OrganizationStatus }) {
  const m = useOrganizationMessages()
  const Icon = icons[status]
  return (
    <span className={css.pill} data-status={status}>
      <Icon size={14} stroke={2} aria-hidden />
      {m.statuses[status]}
    </span>
  )
}
