import { Bar, DetailSkeleton } from '@/components/ui/detail-skeleton'
import layout from '@/components/ui/form.module.css'
import { Section } from '@/components/ui/section'

/** The shape of an order while it is on its way. */
export const OrderSkeleton = () => (
  <DetailSkeleton>
    <Section>
      <div className={layout.stack}>
        <Bar width={80} height={12} />
        <Bar width="92%" height={34} />
        <Bar width="88%" height={34} />
        <Bar width="95%" height={34} />
      </div>
    </Section>
  </DetailSkeleton>
)
