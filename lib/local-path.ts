/**
 * The only redirect targets there are: paths of our own. Takes a path or an address of `origin`; anything else, and
 * whatever a browser would read as another host (`//evil.example`, `/\evil.example`), becomes `/`.
 */
export function localPath(target: string | null | undefined, origin = 'http://local.invalid'): string {
  const url = URL.parse(target ?? '/', origin)
  if (url?.origin !== origin || url.pathname.startsWith('//')) return '/'
  return url.pathname + url.search + url.hash
}
