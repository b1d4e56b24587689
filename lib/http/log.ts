import pino from 'pino'

/** One line a request, on standard output. Never a token, cookie, body, signature or query string. */
export const log = pino({
  level: process.env.LOG_LEVEL || (process.env.NODE_ENV === 'production' ? 'info' : 'warn'),
  base: undefined,
  timestamp: pino.stdTimeFunctions.isoTime,
})
