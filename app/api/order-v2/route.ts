import { unknownRoute } from '@/lib/api/tenant/vocabulary'

export { unknownRoute as DELETE, unknownRoute as GET, unknownRoute as PATCH, unknownRoute as POST, unknownRoute as PUT }
