// `npm run build`: the production build, stamped with what it was made from.
import { build } from './lib/build.mjs'
import { fail, stopOnSignal } from './lib/project.mjs'
import { step } from './lib/steps.mjs'

stopOnSignal(1)
await step('Build', build).catch(fail)
