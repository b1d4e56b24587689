import { type IncomingMessage, Server } from 'node:http'

let done = false

/**
 * Makes `x-forwarded-for` hold the address of the connection. Next fills it in only where a client sent none, so that a
 * client could choose whom its failures and requests are counted against. Behind a proxy, `TRUST_PROXY=1` says that
 * the last address in the header is the proxy's word. Next has no hook this early, hence the patch.
 */
export function trustOnlyConnections(): void {
  if (done || process.env.TRUST_PROXY) return
  done = true
  const emit = Server.prototype.emit as (this: Server, name: string, ...rest: unknown[]) => boolean
  Server.prototype.emit = function (this: Server, name: string, ...rest: unknown[]) {
    if (name === 'request') {
      const request = rest[0] as IncomingMessage
      request.headers['x-forwarded-for'] = request.socket.remoteAddress ?? 'unknown'
    }
    return emit.call(this, name, ...rest)
  }
}
