import { readFileSync } from 'node:fs'
import { Agent, request } from 'node:http'

const ticksPerSecond = 100

/** The process and those it started, which read for it. */
const withChildren = (pid) => [
  pid,
  ...readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8').split(' ').filter(Boolean).map(Number),
]

/** Seconds of CPU a process and those it started have used so far, all threads together. Linux only. */
export function cpuSeconds(pid) {
  const [own, ...children] = withChildren(pid).map((each) => {
    const fields = readFileSync(`/proc/${each}/stat`, 'utf8').split(') ')[1].split(' ').map(Number)
    // The time of children that have ended stands with their parent.
    return fields[11] + fields[12] + (each === pid ? fields[13] + fields[14] : 0)
  })
  return (own + children.reduce((sum, ticks) => sum + ticks, 0)) / ticksPerSecond
}

// One that has just ended has no memory any more.
const statusMb = (pid, pattern) => Number(pattern.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024

/**
 * Resident memory of a process in MB, and what those it started add to it. The program's own pages and those of mapped
 * files are the same in all of them, so they count once.
 */
export function residentMb(pid) {
  const [own, ...children] = withChildren(pid)
  return statusMb(own, /VmRSS:\s+(\d+)/) + children.reduce((sum, each) => sum + statusMb(each, /RssAnon:\s+(\d+)/), 0)
}

/** One request; resolves with status, headers, body and its time in milliseconds. */
export function once(agent, url, { method = 'GET', headers = {}, body } = {}) {
  return new Promise((resolve, reject) => {
    const started = performance.now()
    const sent = request(url, { agent, method, headers }, (response) => {
      const chunks = []
      response.on('data', (chunk) => chunks.push(chunk))
      response.on('end', () =>
        resolve({
          status: response.statusCode,
          headers: response.headers,
          body: Buffer.concat(chunks),
          ms: performance.now() - started,
        }),
      )
      response.on('error', reject)
    })
    sent.on('error', reject)
    sent.end(body)
  })
}

const percentile = (sorted, part) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]

/**
 * Keeps `connections` requests under way for `seconds`; `make(i)` gives the i-th. Resolves with requests per second,
 * CPU milliseconds of the server per request, and the times at the middle and at 99 %.
 */
export async function load({ pids, connections, seconds, make, expect = 200 }) {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const times = []
  const cpu = () => pids.reduce((sum, pid) => sum + cpuSeconds(pid), 0)
  const before = cpu()
  const started = performance.now()
  const endAt = started + seconds * 1000
  let next = 0
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (performance.now() < endAt) {
        const { url, ...options } = make(next++)
        const { status, ms, body } = await once(agent, url, options)
        if (status !== expect) throw new Error(`${url} answered ${status}: ${body.toString().slice(0, 300)}`)
        times.push(ms)
      }
    }),
  )
  const elapsed = (performance.now() - started) / 1000
  const used = cpu() - before
  agent.destroy()
  times.sort((a, b) => a - b)
  return {
    perSecond: times.length / elapsed,
    cpuMs: (used * 1000) / times.length,
    p50: percentile(times, 0.5),
    p99: percentile(times, 0.99),
    count: times.length,
  }
}
