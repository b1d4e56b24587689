/**
 * What the reference page runs once its program is there, as text. Everything stays on our own origin: no fonts, proxy,
 * statistics, assistants or accounts of anybody else's. Light and dark are those chosen in the application.
 */
export const referenceProgram = (sources: readonly { title: string; slug: string; url: string }[]): string => `
const key = 'mantine-color-scheme-value'
const root = document.documentElement
const toggle = document.querySelector('#scheme')
const system = matchMedia('(prefers-color-scheme: dark)')
const chosen = () => {
  const kept = localStorage.getItem(key)
  return kept === 'dark' || kept === 'light' ? kept : system.matches ? 'dark' : 'light'
}

// A token field left empty would be sent as an empty token and refused; without it the browser's session counts.
const browserFetch = window.fetch
window.fetch = (input, init) => {
  const request = new Request(input, init)
  const token = (request.headers.get('authorization') ?? '').trim()
  if (/^(bearer)?$/i.test(token)) request.headers.delete('authorization')
  return browserFetch(request)
}

const alone = { agent: { disabled: true }, mcp: { disabled: true } }
const configuration = (scheme) => ({
  ...alone,
  sources: ${JSON.stringify(sources).replaceAll('<', '\\u003c')}.map((source) => ({ ...source, ...alone })),
  telemetry: false,
  withDefaultFonts: false,
  hideClientButton: true,
  showDeveloperTools: 'never',
  persistAuth: false,
  authentication: { preferredSecurityScheme: 'bearer' },
  theme: 'none',
  forceDarkModeState: scheme,
  hideDarkModeToggle: true,
  documentDownloadType: 'json',
  orderSchemaPropertiesBy: 'preserve',
  orderRequiredPropertiesFirst: false,
  hideModels: true,
  defaultHttpClient: { targetKey: 'shell', clientKey: 'curl' },
})

let reference
const show = () => {
  const scheme = chosen()
  root.dataset.scheme = scheme
  toggle.textContent = scheme === 'dark' ? '☀' : '☾'
  toggle.setAttribute('aria-label', scheme === 'dark' ? 'Switch to light colours' : 'Switch to dark colours')
  reference?.updateConfiguration(configuration(scheme))
}
toggle.addEventListener('click', () => {
  localStorage.setItem(key, chosen() === 'dark' ? 'light' : 'dark')
  show()
})
system.addEventListener('change', show)
show()
if (window.Scalar) {
  document.querySelector('.wait').remove()
  reference = Scalar.createApiReference('#reference', configuration(chosen()))
} else {
  document.querySelector('.wait').firstChild.data = 'The reference could not be loaded. The documents themselves: '
}
`
