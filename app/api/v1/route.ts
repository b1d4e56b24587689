import { unknownRoute } from '@/lib/api/v1/vocabulary'

export { unknownRoute as DELETE, unknownRoute as GET, unknownRoute as PATCH, unknownRoute as POST, unknownRoute as PUT }
