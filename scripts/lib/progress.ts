const width = 24
const redrawEveryMs = 100
const lineEveryMs = 5000

/**
 * Shows how far each stage of a long command is: a bar that moves on a terminal, else a line every few seconds and one
 * when a stage ends.
 */
export function progress(out: NodeJS.WriteStream = process.stdout) {
  const began = performance.now()
  let stage = ''
  let stageBegan = began
  let shownAt = 0
  let last = { done: 0, total: 0 }

  const seconds = (from: number) => `${((performance.now() - from) / 1000).toFixed(1)} s`
  const draw = () => {
    const { done, total } = last
    const share = total === 0 ? 1 : done / total
    const filled = Math.round(share * width)
    const bar = out.isTTY ? `${'█'.repeat(filled)}${'░'.repeat(width - filled)} ` : ''
    const counts = `${done.toLocaleString('en')} of ${total.toLocaleString('en')}`
    return `  ${stage.padEnd(12)}${bar}${String(Math.floor(share * 100)).padStart(3)} %  ${counts}  ${seconds(stageBegan)}`
  }
  const finish = () => {
    if (stage === '') return
    last = { ...last, done: last.total }
    out.write(out.isTTY ? `\r\x1b[K${draw()}\n` : `${draw()}\n`)
  }
  return {
    report(name: string, done: number, total: number): void {
      if (name !== stage) {
        finish()
        stage = name
        stageBegan = performance.now()
        shownAt = stageBegan
      }
      last = { done, total }
      if (performance.now() - shownAt < (out.isTTY ? redrawEveryMs : lineEveryMs)) return
      shownAt = performance.now()
      out.write(out.isTTY ? `\r\x1b[K${draw()}` : `${draw()}\n`)
    },
    end(): void {
      finish()
      stage = ''
      out.write(`  done in ${seconds(began)}\n`)
    },
  }
}
