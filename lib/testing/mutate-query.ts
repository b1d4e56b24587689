import type { Random } from '@/lib/demo/random'

/** Sound values of each list parameter, to be broken. */
export const soundValues: Record<string, readonly string[]> = {
  $filter: [
    "status eq 'PENDING'",
    "not (totalPrice le 3.5) and status in ('CLOSED', 'CANCELED')",
    "lineItems.quantity ge 2 or items.sku eq 'SKU-1'",
    "customer.name co '山田' and customer.userId ne null",
    'createdAt ge 2026-01-01T00:00:00+09:00',
    "startswith(customer.email, 'taro') and closedAt pr",
    "customFields.gift eq true or customFields.a.b.c co 'x'",
    "((((totalPrice gt 0)))) and not not not status eq 'CLOSED'",
    "name co 'a' and variants.price.amount lt 5000 and tags eq 'new'",
    "publication.status eq 'ACTIVE' and category ne 'ffffffffffffffffffffffff'",
    "attributes.value eq 'red' and features.name in ['size', 'colour']",
    "name eq 'it''s 100%_* \\\\ \"quoted\"'",
    "id gt '000000000000000000000000'",
  ],
  $orderBy: ['createdAt desc', 'totalPrice,status desc', 'customer.name', 'name desc,id', 'publishedAt desc,updatedAt'],
  $top: ['1', '20', '100', '0', '101', '-1', '1e2', '５'],
  $skip: ['0', '7', '1000000', '2147483648', '99999999999999999999', '-0'],
  $expand: [
    'organization',
    'lineItems.product.category,customer.user',
    "category, variants($filter=price.amount gt 10), organization($filter=name eq 'x')",
    'items.product.variants.product.category',
    'parent.parent.parent',
  ],
  $search: ['山田', '"red shirt" 赤', 'ﾀﾛｳ taro 03-1234', 'a', '%', '"', '😀'],
  $apply: [
    'groupby((status), aggregate($count as orders, totalPrice with sum as revenue))',
    "filter(status ne 'CANCELED') then aggregate(totalPrice with average as mean)",
    'groupby((category), orderby(createdAt desc) then top(3))',
    'groupby((lineItems.sku), aggregate(lineItems.quantity with sum as pieces)) then orderby(pieces desc) then top(5)',
    'filter(isPromoted eq true)/groupby((tags, category), aggregate(variants.price.amount with max as most))',
    'identity then top(2)',
  ],
  $nextToken: ['abc', 'eyJhIjoxfQ', ''],
  $previousToken: ['abc', '_-_-'],
}

/** What a careless or hostile hand puts into a query. */
const scraps = [
  "'",
  "''",
  '"',
  '(',
  ')',
  '((((((((((',
  ')]',
  ',',
  ' ',
  '\t',
  '+',
  '%',
  '%2',
  '%00',
  '%C3',
  '%ED%A0%80',
  '\u0000',
  '\ud800',
  '\u202e',
  'ｱ',
  '\\',
  '/',
  '$',
  '&',
  '=',
  ';',
  '#',
  '--',
  'null',
  'true',
  'not ',
  ' and ',
  ' or ',
  ' eq ',
  ' in ()',
  ' pr',
  '.',
  '..',
  '__proto__',
  'constructor',
  'customFields.',
  '9999999999999999999999999',
  '-0',
  '1e400',
  'NaN',
  '2026-13-45T99:99:99Z',
  "0' or 1=1 --",
  ' then ',
  'top(0)',
  'a.b.c.d.e.f.g.h',
]

function cut(random: Random, text: string): [string, string, string] {
  const from = random.between(0, text.length)
  const to = Math.min(text.length, from + random.between(0, 12))
  return [text.slice(0, from), text.slice(from, to), text.slice(to)]
}

const mutations: readonly ((random: Random, text: string) => string)[] = [
  (random, text) => cut(random, text).join(random.pick(scraps)),
  (random, text) => {
    const [before, , after] = cut(random, text)
    return before + after
  },
  (random, text) => {
    const [before, middle, after] = cut(random, text)
    return before + middle.repeat(random.between(2, 5)) + after
  },
  (random, text) => {
    const [before, middle, after] = cut(random, text)
    return before + [...middle].reverse().join('') + after
  },
  (random, text) => {
    const [before, , after] = cut(random, text)
    return before + random.pick(Object.values(soundValues).flat()) + after
  },
  (random, text) => (random.chance(0.5) ? text.toUpperCase() : text.toLowerCase()),
  (random, text) => '('.repeat(random.between(1, 300)) + text + ')'.repeat(random.between(0, 300)),
  (random, text) => Array.from({ length: random.between(2, 40) }, () => text).join(random.pick([' and ', ' or ', ','])),
  (random, text) => text + random.pick(scraps).repeat(random.between(1, 2000)),
]

const names: readonly (readonly [string, number])[] = [
  ['$filter', 8],
  ['$orderBy', 4],
  ['$top', 4],
  ['$skip', 2],
  ['$expand', 4],
  ['$search', 4],
  ['$apply', 4],
  ['$nextToken', 1],
  ['$previousToken', 1],
]

/** A query string: a few parameters, many broken in up to three ways, now and then broken as a whole. */
export function mutatedQuery(random: Random): string {
  const chosen = Array.from({ length: random.between(1, 3) }, () => random.weighted(names))
  // The same parameter twice is refused at once, so that is not asked for often.
  const asked = random.chance(0.05) ? chosen : [...new Set(chosen)]
  const pairs = asked.map((name) => {
    let value = random.pick(random.chance(0.97) ? soundValues[name]! : Object.values(soundValues).flat())
    for (let rounds = random.pick([0, 0, 0, 1, 1, 2, 3]); rounds > 0; rounds--) {
      value = random.pick(mutations)(random, value)
    }
    const written = random.chance(0.03) ? random.pick(mutations)(random, name) : name
    return `${encodeURIComponent(written.toWellFormed())}=${encodeURIComponent(value.toWellFormed())}`
  })
  const query = pairs.join('&')
  return (random.chance(0.05) ? random.pick(mutations)(random, query) : query).slice(0, 60_000)
}
