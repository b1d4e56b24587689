export { fold } from '@/db/dialect/fold'
