import { createServer } from 'node:net'
import { Failure } from './project.mjs'

/** The port of `PORT`, 3000 when it is not set. */
export function chosenPort() {
  const port = Number(process.env.PORT || 3000)
  if (Number.isInteger(port) && port > 0 && port < 65536) return port
  throw new Failure(`PORT is ${JSON.stringify(process.env.PORT)}; it has to be a number from 1 to 65535.`)
}

/** Opens and closes a listener; 0 picks a free port. Answers the port. */
const tryPort = (port, host) =>
  new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(port, host, () => {
      const { port: bound } = server.address()
      server.close(() => resolve(bound))
    })
  })

export const freePort = () => tryPort(0, '127.0.0.1')

/** Refuses, in a sentence, a port that cannot be listened on. `runIt` is the command to repeat with another one. */
export async function requirePort(port, runIt) {
  try {
    await tryPort(port)
    await tryPort(port, '127.0.0.1')
  } catch (error) {
    const another = `choose another: PORT=${port < 65535 ? Math.max(port, 3000) + 1 : 3000} ${runIt}`
    if (error.code === 'EADDRINUSE') {
      throw new Failure(`Port ${port} is already in use. Stop the program that uses it, or ${another}`)
    }
    if (error.code === 'EACCES') throw new Failure(`This account may not listen on port ${port}; ${another}`)
    throw error
  }
}
