const most = 200

/** Steps that can be taken back and made again. A new step forgets those that were taken back. */
export class UndoStack<Step> {
  #done: Step[] = []
  #undone: Step[] = []

  push(step: Step) {
    this.#done.push(step)
    if (this.#done.length > most) this.#done.shift()
    this.#undone = []
  }

  /** The latest step, which the caller takes back; undefined when there is none. */
  undo(): Step | undefined {
    const step = this.#done.pop()
    if (step !== undefined) this.#undone.push(step)
    return step
  }

  /** The step taken back last, which the caller makes again. */
  redo(): Step | undefined {
    const step = this.#undone.pop()
    if (step !== undefined) this.#done.push(step)
    return step
  }

  get canUndo() {
    return this.#done.length > 0
  }

  get canRedo() {
    return this.#undone.length > 0
  }

  clear() {
    this.#done = []
    this.#undone = []
  }
}
