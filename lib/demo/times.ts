import { randomOf } from './random'

export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour

/**
 * The midnight that ids are counted from. It lies before anything this software was used for, so that whatever is made
 * after seeding sorts behind the demo data (docs/decisions/seed.md).
 */
const idMidnight = Date.UTC(2025, 0, 1)

/** Times before this are meant as they are; later ones are so long before the seeding. */
const fixedUntil = Date.UTC(2023, 10, 1)

/** When the shops opened. */
export const founded = Date.UTC(2023, 0, 10, 1)

/** When the demo is set: `today` is the midnight (UTC) before the seeding. All in ms UTC. */
export type DemoClock = {
  today: number
  /** Ids for one kind of thing: give the instant at which it was made; later instants give greater ids. */
  ids(kind: string): (at: number) => string
}

export function demoClock(now: number): DemoClock {
  const today = Math.floor(now / day) * day
  const shown = (at: number) => (at < fixedUntil ? at : at - today + idMidnight)
  const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0')
  return {
    today,
    ids(kind) {
      const random = randomOf(`ids of ${kind}`)
      let sequence = 0
      return (at) =>
        hex(shown(at), 11) +
        hex(sequence++ & 0xffff, 4) +
        hex(Math.floor(random.next() * 0x1_0000_0000), 8) +
        hex(random.between(0, 15), 1)
    },
  }
}
