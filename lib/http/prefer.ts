/** Whether a bulk call asks for each member to succeed or fail for itself (RFC 7240, `handling=lenient`). */
export const isLenient = (headers: Headers): boolean =>
  /(^|[,;\s])handling\s*=\s*"?lenient"?\s*($|[,;])/i.test(headers.get('prefer') ?? '')
