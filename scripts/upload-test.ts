// `npm run test:uploads`: uploads through a running server. What is too long, cut off, replayed or without a length is
// refused, nothing of it is kept, and memory stays flat however much arrives.
import { createHash, randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { type ClientRequest, type OutgoingHttpHeaders, request } from 'node:http'
import { acme, expectThat, runTrial, signIn, type Trial, trialOptions } from './lib/trial'

const type = 'application/pdf'
const most = 10 * 1024 * 1024
const tooMuch = 12_000_000
/** What a server may grow by while two hundred megabytes pass through it; the framework's own warm-up included. */
const growthMegabytes = 200

function pdf(size: number): Buffer {
  const bytes = randomBytes(size)
  bytes.write('%PDF-1.4\n')
  return bytes
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/**
 * Status of a PUT over a connection of its own, written by hand so that bytes and headers need not agree; 0 when the
 * server closed the connection before an answer could be read.
 */
function put(url: string, headers: OutgoingHttpHeaders, write: (put: ClientRequest) => void): Promise<number> {
  return new Promise((resolve) => {
    const sent = request(
      url,
      { method: 'PUT', agent: false, headers: { 'content-type': type, ...headers } },
      (answer) => {
        answer.resume().on('end', () => resolve(answer.statusCode ?? 0))
      },
    )
    sent.on('error', () => resolve(0))
    write(sent)
  })
}

const putWhole = (url: string, body: Buffer) => put(url, { 'content-length': body.length }, (sent) => sent.end(body))

async function uploadTest(trial: Trial): Promise<string> {
  const server = await trial.serve()
  const owner = await signIn(server, 'owner@acme.example')
  const orgId = (await acme(owner)).path.split('/')[3]!
  const ask = async (length: number) => {
    const query = `contentLength=${length}&contentType=${encodeURIComponent(type)}`
    return owner('GET', `/api/orgs/${orgId}/attachment-upload-url?${query}`)
  }
  const newUrl = async () => String((await ask(most)).body.url)
  const kept = () =>
    existsSync(trial.filesFolder)
      ? readdirSync(trial.filesFolder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
          .length
      : 0
  const megabytes = () => {
    const status = `/proc/${server.pid}/status`
    const [, kilobytes] = existsSync(status) ? (/VmRSS:\s+(\d+)/.exec(readFileSync(status, 'utf8')) ?? []) : []
    return Number(kilobytes ?? 0) / 1024
  }

  const asked = await ask(most)
  const content = pdf(most)
  expectThat((await putWhole(String(asked.body.url), content)) === 200, 'A file of 10 MiB was not taken.')
  expectThat((await putWhole(String(asked.body.url), content)) === 403, 'An address was good twice.')
  const registered = await owner('POST', `/api/orgs/${orgId}/attachments`, { objectId: asked.body.objectId, type })
  const back = new Uint8Array(await (await fetch(String(registered.body.url))).arrayBuffer())
  expectThat(sha256(back) === sha256(content), 'The file came back changed.')

  const before = kept()
  expectThat((await ask(tooMuch)).status === 400, 'An address for 12 MB was given out.')
  const url = await newUrl()
  const tooLong = await putWhole(url, pdf(tooMuch))
  expectThat([400, 0].includes(tooLong), `12 MB to an address for 10 MiB answered ${tooLong}.`)
  const chunked = await put(url, { 'transfer-encoding': 'chunked' }, (sent) => sent.end(pdf(1000)))
  expectThat(chunked === 400, `A body without a length answered ${chunked}.`)
  await put(url, { 'content-length': most }, (sent) => {
    sent.write(pdf(1_000_000))
    setTimeout(() => sent.destroy(), 300)
  })
  for (let i = 0; i < 50 && kept() > before; i++) await pause(100)
  expectThat(kept() === before, `${kept() - before} files are left of what was refused.`)
  expectThat((await putWhole(url, pdf(most))) === 200, 'The address was used up by what was refused.')

  const start = megabytes()
  let peak = start
  const watch = setInterval(() => {
    peak = Math.max(peak, megabytes())
  }, 20)
  const crowd = async (size: number) => {
    const body = pdf(size)
    const urls = await Promise.all(Array.from({ length: 20 }, newUrl))
    return Promise.all(urls.map((url) => putWhole(url, body)))
  }
  const taken = await crowd(most)
  const refused = [...(await crowd(tooMuch)), ...(await crowd(tooMuch)), ...(await crowd(tooMuch))]
  clearInterval(watch)
  expectThat(
    taken.every((status) => status === 200),
    `Of 20 uploads at once, some answered ${taken.join(', ')}.`,
  )
  expectThat(
    refused.every((status) => [400, 0].includes(status)),
    'A file of 12 MB was taken.',
  )
  expectThat(peak - start < growthMegabytes, `The server grew from ${start.toFixed()} to ${peak.toFixed()} MB.`)
  return `20 uploads of 10 MiB at once and 60 refused ones of 12 MB: ${start.toFixed()} MB before, ${peak.toFixed()} MB at most.`
}

await runTrial('Uploads through a running server', trialOptions(1), uploadTest)
