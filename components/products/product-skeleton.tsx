import { Bar, DetailSkeleton } from '@/components/ui/detail-skeleton'
import layout from '@/components/ui/form.module.css'
import { Section } from '@/components/ui/section'
import css from './product.module.css'

const Field = ({ height }: { height: number }) => (
  <div className={layout.rows}>
    <Bar width={90} />
    <Bar width="100%" height={height} />
  </div>
)

/** The shape of a product while it is on its way. */
export const ProductSkeleton = () => (
  <DetailSkeleton withTabs>
    <div className={css.parts}>
      <Section>
        <div className={layout.stack}>
          <Bar width={80} height={12} />
          <Field height={32} />
          <Field height={96} />
        </div>
      </Section>
      <Section>
        <div className={css.strip}>
          <Bar width={112} height={112} />
          <Bar width={112} height={112} />
          <Bar width={112} height={112} />
        </div>
      </Section>
    </div>
  </DetailSkeleton>
)
