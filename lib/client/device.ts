/** Browsers and systems in the order in which their names are to be believed: most call themselves several. */
const browsers: [RegExp, string][] = [
  [/Edg(?:e|A|iOS)?\//, 'Edge'],
  [/OPR\/|Opera/, 'Opera'],
  [/Firefox\/|FxiOS\//, 'Firefox'],
  [/SamsungBrowser\//, 'Samsung Internet'],
  [/HeadlessChrome\/|Chrome\/|CriOS\//, 'Chrome'],
  [/Safari\//, 'Safari'],
  [/^curl\//, 'curl'],
]
const systems: [RegExp, string][] = [
  [/iPhone|iPod/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X|Macintosh/, 'macOS'],
  [/CrOS/, 'ChromeOS'],
  [/Linux/, 'Linux'],
]

const nameOf = (list: [RegExp, string][], text: string) => list.find(([pattern]) => pattern.test(text))?.[1]

/** `Firefox, Windows`; the beginning of what it calls itself when that tells nothing, undefined when it says nothing. */
export function deviceName(userAgent: string | null): string | undefined {
  if (!userAgent) return undefined
  const known = [nameOf(browsers, userAgent), nameOf(systems, userAgent)].filter(Boolean)
  return known.length > 0 ? known.join(', ') : userAgent.slice(0, 40)
}
