/** Where one is, from the nearest to the farthest: `Order #1042 · Orders · Acme · Orderdesk`. */
export const PageTitle = ({ parts }: { parts: readonly (string | undefined)[] }) => (
  <title>{[...parts.filter(Boolean), 'Orderdesk'].join(' · ')}</title>
)
