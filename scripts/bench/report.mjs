const tally = { met: 0, missed: 0 }

export const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)]

const round = (value) => (Math.abs(value) >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(2))

/**
 * Prints one measured row. `goal` is `{ atMost }` or `{ atLeast }`; without one the row only informs.
 * A goal that is said for another size than the measured one is none here: leave it out.
 */
export function row(title, value, { unit = '', atMost, atLeast, note = '' } = {}) {
  const shown = `${round(value)}${unit && ` ${unit}`}`
  const goal = atMost !== undefined ? `≤ ${atMost}` : atLeast !== undefined ? `≥ ${atLeast.toLocaleString('en')}` : ''
  const isMet = (atMost === undefined || value <= atMost) && (atLeast === undefined || value >= atLeast)
  if (goal) tally[isMet ? 'met' : 'missed']++
  const verdict = goal ? (isMet ? 'met' : 'MISSED') : ''
  console.log(`  ${title.padEnd(66)} ${shown.padStart(12)}   ${goal.padEnd(8)} ${verdict.padEnd(6)} ${note}`.trimEnd())
}

export const heading = (text) => console.log(`\n${text}`)

export const summary = () => console.log(`\n${tally.met} goals met, ${tally.missed} missed.`)
