import { identify } from '@/lib/auth/identify'
import { badArgument } from '@/lib/errors'
import { routesOf } from '@/lib/http/route'
import type { Vocabulary } from '@/lib/http/surface'
import { idPattern } from '@/lib/ids'
import { toErrorBody } from './to-error-body'

/** The Nodeblocks surface and everything of ours: its callers, its ids, its error shape. */
export const primary: Vocabulary = {
  surface: 'nodeblocks',
  mount: '',
  identify: (db, request, requestId) => identify(db, request, { cookies: true, surface: 'nodeblocks', requestId }),
  renderError: (error) => ({ status: error.status, body: toErrorBody(error) }),
  checkParams(params) {
    for (const [name, value] of Object.entries(params)) {
      if (/Id$/.test(name) && !idPattern.test(value)) {
        throw badArgument(name, `\`${name}\` must be 24 characters of a-z and 0-9.`, [
          { code: 'InvalidFormat', target: name, message: 'Expected `^[0-9a-z]{24}$`.' },
        ])
      }
    }
  },
}

export const { route, methods, unknownRoute } = routesOf(primary)
