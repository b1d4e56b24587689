import { apiDocuments } from '@/lib/api/documents'
import { addressOf } from './packaged-files'
import { referenceProgram } from './reference-program'
import { referenceStyle } from './reference-style'

/** The reference of every operation, drawn in the browser from the documents the API serves. */
export function GET(request: Request): Response {
  // Made by proxy.ts for this one answer, whose policy lets only scripts with it run.
  const nonce = request.headers.get('x-nonce') ?? ''
  const sources = apiDocuments.map(({ name, title, path }) => ({ slug: name, title, url: path }))
  const links = sources.map(({ url }) => `<a href="${url}">${url}</a>`).join(', ')
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>API reference · Orderdesk</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="Every operation of the Orderdesk API, to read and to try.">
<meta name="robots" content="noindex, nofollow">
<link rel="icon" href="/icon.svg" type="image/svg+xml">
<style>${referenceStyle.replace('%FONT%', addressOf('inter.woff2'))}</style>
</head>
<body>
<header class="docs-bar">
<a class="brand" href="/" aria-label="Orderdesk: to the application"><img src="/icon.svg" alt="" width="22" height="22"><span>Orderdesk</span></a>
<nav aria-label="Documentation"><a href="/docs" aria-current="page">API reference</a><a href="/docs/query-language">Query language</a></nav>
<button type="button" id="scheme" aria-label="Switch colours">☾</button>
</header>
<p class="wait">Loading the reference. The documents themselves: ${links}</p>
<div id="reference"></div>
<script nonce="${nonce}" src="${addressOf('reference.js')}"></script>
<script nonce="${nonce}" type="module">${referenceProgram(sources)}</script>
</body>
</html>
`
  return new Response(html, { headers: { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' } })
}
