// `npm run test:races [-- --rounds N] [-- --postgres]`: two people accept and cancel the same order at once with the same
// `If-Match`, 50 requests in parallel, over two server processes on one database. Exactly one request wins each round.
import { acme, type Client, expectThat, runTrial, signIn, type Trial, trialOptions } from './lib/trial'

const parallel = 50
const options = trialOptions(100)
const { rounds } = options
const patience = 10

const accept = { status: 'ACCEPTED' }
const cancel = { status: 'CANCELED', cancelReason: 'INVENTORY' }

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

async function raceTest(trial: Trial): Promise<string> {
  const servers = [await trial.serve(), await trial.serve()]
  const people: Client[] = []
  for (const server of servers) {
    people.push(await signIn(server, 'owner@acme.example'), await signIn(server, 'manager@acme.example'))
  }
  const { path, newOrder } = await acme(people[0]!)
  const wins = { ACCEPTED: 0, CANCELED: 0 }
  let repeated = 0

  /** One request of the crowd; a busy store says when to come again, and a client does. */
  const attempt = async (n: number, order: string, etag: string) => {
    const client = people[n % people.length]!
    const body = n % 4 < 2 ? accept : cancel
    for (let tries = 1; ; tries++) {
      const answer = await client('PATCH', `${path}/${order}`, body, { 'if-match': etag })
      if (answer.status !== 503 || tries === patience) return answer
      repeated++
      await pause(Math.random() * 200)
    }
  }

  for (let round = 1; round <= rounds; round++) {
    const made = await people[round % people.length]!('POST', path, newOrder)
    expectThat(made.status === 201 && made.etag !== null, `Round ${round}: no order was made: ${made.status}.`)
    const id = String(made.body.id)
    const answers = await Promise.all(Array.from({ length: parallel }, (_, n) => attempt(n, id, made.etag!)))

    const winners = answers.filter(({ status }) => status === 200)
    const losers = answers.filter(({ status }) => status === 412)
    const codes = [...new Set(answers.map(({ status }) => status))].join(', ')
    expectThat(winners.length === 1, `Round ${round}: ${winners.length} requests won (answers: ${codes}).`)
    expectThat(losers.length === parallel - 1, `Round ${round}: not every loser got 412 (answers: ${codes}).`)

    const won = winners[0]!.body.status as keyof typeof wins
    for (const person of people) {
      const { body } = await person('GET', `${path}/${id}`)
      expectThat(body.status === won, `Round ${round}: ${won} won, but the order is ${body.status}.`)
      expectThat(body.version === 2, `Round ${round}: one change should make version 2, not ${body.version}.`)
    }
    wins[won]++
    if (round % 10 === 0) console.log(`  ${round} of ${rounds} rounds`)
  }
  return `${rounds} rounds of ${parallel}: exactly one won each time (accepted ${wins.ACCEPTED}, canceled ${wins.CANCELED}); the others got 412. Asked to come again: ${repeated}.`
}

await runTrial(`Race for one order, ${parallel} at once, ${rounds} times, two servers`, options, raceTest)
