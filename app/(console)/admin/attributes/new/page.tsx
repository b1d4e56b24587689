import { AttributePage } from '@/components/attributes/attribute-page'

export default function Page() {
  return <AttributePage id={null} />
}
