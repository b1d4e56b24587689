// Imported first by the commands that a bare machine runs, so that an old Node gets a sentence and not a stack.
const oldest = 20

if (Number(process.versions.node.split('.')[0]) < oldest) {
  console.error(
    `Orderdesk needs Node.js ${oldest} or newer; this is ${process.versions.node}. Install one from nodejs.org.`,
  )
  process.exit(1)
}
