import type { NewCustomer } from '@/lib/orders/compose-order'
import {
  englishFirstNames,
  englishLastNames,
  familyNames,
  foreignNames,
  givenNames,
  longEnglishNames,
  longJapaneseNames,
} from './names'
import { americanCities, americanStreets, japaneseBuildings, japaneseDistricts } from './places'
import { type Random, randomOf } from './random'

/** A customer's contact details, and the structured address that some surfaces want beside the lines. */
export type Person = Omit<NewCustomer, 'userId'> & { shippingAddress: Record<string, string> | null }

// Names reserved for examples: mail to them reaches nobody (RFC 2606).
const mailHosts = ['example.com', 'example.net', 'example.org', 'mail.example']

const digits = (random: Random, count: number) => String(random.between(0, 10 ** count - 1)).padStart(count, '0')

/** No subscriber's number begins with 0 behind the area or mobile prefix, so none of these rings anywhere. */
const japanesePhone = (random: Random) =>
  random.chance(0.7)
    ? `0${random.pick([90, 80, 70])}-0${digits(random, 3)}-${digits(random, 4)}`
    : `0${random.pick(['3', '6', '11', '22', '45', '52', '75', '92'])}-0${digits(random, 3)}-${digits(random, 4)}`

/** 555-0100 to 555-0199 are kept free for fiction. */
const americanPhone = (random: Random) =>
  `+1 ${random.pick([212, 347, 404, 512, 617, 303, 206, 415, 808])}-555-01${digits(random, 2)}`

const contactMethods = ['email', 'phone', 'LINE', 'SMS']
const contactTimes = ['平日18時以降', '土日祝の午前中', '9:00–12:00', 'いつでも', 'weekdays after 6 pm', 'mornings']

function preferences(random: Random): Partial<Person> {
  return {
    ...(random.chance(0.25) ? { age: String(random.between(18, 88)) } : {}),
    ...(random.chance(0.3) ? { preferredContactMethod: random.pick(contactMethods) } : {}),
    ...(random.chance(0.15) ? { preferredTimeToContact: random.pick(contactTimes) } : {}),
  }
}

function japaneseName(random: Random): { name: string; nameKana: string; roman: string } {
  if (random.chance(0.05)) {
    const [name, nameKana, roman] = random.pick(foreignNames)
    return { name, nameKana, roman }
  }
  const [family, familyKana, familyRoman] = random.pick(familyNames)
  const [given, givenKana, givenRoman] = random.pick(givenNames)
  const long = random.chance(0.004) ? random.pick(longJapaneseNames) : undefined
  return {
    name: long?.[0] ?? `${family} ${given}`,
    nameKana: long?.[1] ?? `${familyKana} ${givenKana}`,
    roman: `${givenRoman}.${familyRoman}`,
  }
}

function japanese(random: Random, n: number): Person {
  const { name, nameKana, roman } = japaneseName(random)
  const [postalCode, city, district] = random.pick(japaneseDistricts)
  const house = `${random.between(1, 9)}-${random.between(1, 29)}-${random.between(1, 18)}`
  return {
    name,
    nameKana,
    addressLine1: `〒${postalCode} ${city}`,
    addressLine2: `${district}${house}`,
    addressLine3: random.chance(0.45)
      ? `${random.pick(japaneseBuildings)}${random.between(1, 12)}0${random.between(1, 9)}号室`
      : null,
    phone: japanesePhone(random),
    email: `${roman}${n % 1000}@${random.pick(mailHosts)}`,
    ...preferences(random),
    shippingAddress: null,
  }
}

function english(random: Random, n: number): Person {
  const first = random.pick(englishFirstNames)
  const last = random.pick(englishLastNames)
  const [city, state, zipCode] = random.pick(americanCities)
  const street = `${random.between(1, 990)} ${random.pick(americanStreets)}`
  const plain = `${first}.${last}`
    .normalize('NFD')
    .replace(/[^\w.-]/g, '')
    .toLowerCase()
  return {
    name: random.chance(0.004) ? random.pick(longEnglishNames) : `${first} ${last}`,
    addressLine1: street,
    addressLine2: random.chance(0.3) ? `Apt ${random.between(1, 40)}` : null,
    addressLine3: `${city}, ${state} ${zipCode}`,
    phone: americanPhone(random),
    email: `${plain}${n % 1000}@${random.pick(mailHosts)}`,
    ...preferences(random),
    shippingAddress: { street, city, state, zipCode, country: 'USA' },
  }
}

/** The nth customer of a shop, the same on every run, so that a thousand of them need not be kept to come back. */
export function personOf(country: string, n: number): Person {
  if (country === 'JP') return japanese(randomOf(n), n)
  const random = randomOf(n + 0x4000_0000)
  if (random.chance(0.94)) return english(random, n)
  return { ...japanese(random, n), phone: `+81 90-0${digits(random, 3)}-0000` }
}
