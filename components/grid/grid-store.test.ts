import { describe, expect, test } from 'vitest'
import { copyCells, pasteCells, planPaste } from './clipboard'
import type { CellValue, GridColumn } from './columns'
import { GridStore } from './grid-store'
import { restoreDraft, takeDraft } from './sheet-draft'

const columns: GridColumn[] = [
  { key: 'title', title: 'Title', type: 'text', width: 100, maxLength: 20, required: true },
  { key: 'price', title: 'Price', type: 'money', currency: 'JPY', width: 100, min: 0, max: 1_000_000 },
  { key: 'note', title: 'Note', type: 'text', width: 100, maxLength: 20, readOnly: true },
]

const row = (key: string, title: string, price: number) => ({ key, cells: [title, price, 'fixed'] as CellValue[] })

function grid(...rows: ReturnType<typeof row>[]) {
  const store = new GridStore(columns)
  store.sheet.load(rows.length > 0 ? rows : [row('a', 'One', 100), row('b', 'Two', 200), row('c', 'Three', 300)])
  return store
}

const cells = (store: GridStore) => store.sheet.rows.map((each) => each.cells.slice(0, 2))

function paste(store: GridStore, text: string) {
  return pasteCells(store, planPaste(store, text)!)
}

describe('a spreadsheet', () => {
  test('is dirty only where a value differs from what is stored', () => {
    const store = grid()
    store.set('Uno')
    expect(store.summary).toEqual({ cells: 1, added: 0, removed: 0, problems: 0, dirty: true })
    store.set('One')
    expect(store.summary.dirty).toBe(false)
  })

  test('takes back and makes again a paste of many cells as one step', () => {
    const store = grid()
    expect(paste(store, 'A\t1\nB\t2\nC\t¥3,000\n')).toEqual({ changed: 6, readOnly: 0 })
    expect(cells(store)).toEqual([
      ['A', 1],
      ['B', 2],
      ['C', 3000],
    ])
    store.undo()
    expect(cells(store)).toEqual([
      ['One', 100],
      ['Two', 200],
      ['Three', 300],
    ])
    expect(store.summary.dirty).toBe(false)
    store.redo()
    expect(store.summary.cells).toBe(6)
  })

  test('plans a paste that is larger than itself, and never writes what is read-only', () => {
    const store = grid()
    store.select({ row: 2, column: 1 })
    const plan = planPaste(store, '1\t2\t3\n4\t5\t6\n7')!
    expect(plan).toMatchObject({ missingRows: 2, cutColumns: 1 })
    expect(pasteCells(store, plan)).toEqual({ changed: 1, readOnly: 1 })
    expect(store.sheet.rowAt(2)!.cells).toEqual(['Three', 1, 'fixed'])
  })

  test('keeps what it cannot read and counts it as a problem until it is put right', () => {
    const store = grid()
    store.select({ row: 0, column: 1 })
    paste(store, 'cheap')
    expect(store.summary.problems).toBe(1)
    expect(store.nextProblem()).toEqual({ row: 0, column: 1 })
    store.set(5)
    expect(store.summary.problems).toBe(0)
  })

  test('asks for what a new row lacks only when it is to be saved', () => {
    const store = grid()
    store.sheet.add([['', null, '']])
    expect(store.summary.problems).toBe(0)
    store.insist(true)
    expect(store.summary.problems).toBe(1)
    store.select({ row: 3, column: 0 })
    store.set('Named')
    expect(store.summary.problems).toBe(0)
  })

  test('repeats one value over the selection, and fills down', () => {
    const store = grid()
    store.selectRange({ top: 0, left: 1, bottom: 2, right: 1 })
    paste(store, '7')
    expect(cells(store).map(([, price]) => price)).toEqual([7, 7, 7])
    store.select({ row: 0, column: 0 })
    store.select({ row: 2, column: 0 }, { extend: true })
    store.fillDown()
    expect(cells(store).map(([title]) => title)).toEqual(['One', 'One', 'One'])
  })

  test('by the handle fills between columns of different types', () => {
    const store = grid()
    store.select({ row: 0, column: 1 })
    store.dragFill({ row: 0, column: 0 })
    store.finishFill()
    expect(store.sheet.rowAt(0)!.cells[0]).toBe('100')
    expect(store.range).toEqual({ top: 0, left: 0, bottom: 0, right: 1 })
  })

  test('copies what others can paste', () => {
    const store = grid(row('a', 'two\nlines', 1200))
    store.selectAll()
    expect(copyCells(store)).toBe('"two\nlines"\t1200\tfixed')
  })

  test('removes stored rows with the next save and its own at once, and takes both back', () => {
    const store = grid()
    const [key] = store.sheet.add([['New', 1, '']])
    store.sheet.remove(['a', key!])
    expect(store.sheet.rows.map((each) => [each.key, each.removed === true])).toEqual([
      ['a', true],
      ['b', false],
      ['c', false],
    ])
    store.undo()
    expect(store.summary).toMatchObject({ added: 1, removed: 0 })
    store.undo()
    expect(store.summary.dirty).toBe(false)
    expect(store.sheet.count).toBe(3)
  })

  test('discards everything in a step that can be taken back', () => {
    const store = grid()
    store.set('Uno')
    store.sheet.add([['New', 1, '']])
    store.sheet.remove(['c'])
    store.sheet.discard()
    expect(store.summary.dirty).toBe(false)
    store.undo()
    expect(store.summary).toMatchObject({ cells: 1, added: 1, removed: 1 })
  })

  test('after a save is clean where rows were stored, and says in the cell what was refused', () => {
    const store = grid()
    paste(store, 'A\nB')
    const [key] = store.sheet.add([['New', 1, '']])
    store.sheet.settle({
      stored: [
        { key: 'a', cells: ['A', 100, 'fixed'] },
        { key: key!, cells: ['New', 1, ''], id: 'd' },
      ],
      failed: [{ key: 'b', errors: { 0: 'Taken.' } }],
      gone: [],
    })
    expect(store.summary).toEqual({ cells: 1, added: 0, removed: 0, problems: 1, dirty: true })
    expect(store.problemOf(store.sheet.row('b')!, 0, () => '')).toBe('Taken.')
    // The row that was made is stored now; taking its making back means deleting it.
    store.undo()
    expect(store.sheet.row('d')?.removed).toBe(true)
    store.redo()
    expect(store.sheet.row('d')?.removed).toBeUndefined()
    store.select({ row: 1, column: 0 })
    store.set('Fixed')
    expect(store.summary.problems).toBe(0)
  })

  test('keeps what is unsaved when fresh rows arrive', () => {
    const store = grid()
    store.set('Mine')
    store.sheet.load([row('a', 'Theirs', 111), row('z', 'More', 1), row('b', 'Two', 200)])
    expect(cells(store)).toEqual([
      ['Mine', 111],
      ['More', 1],
      ['Two', 200],
    ])
    store.undo()
    expect(cells(store)[0]).toEqual(['One', 111])
  })

  test('shows the rows a filter leaves, and edits those', () => {
    const store = grid()
    store.sheet.filter('ＴＷＯ', 'en')
    expect(store.sheet.count).toBe(1)
    store.set('Zwei')
    expect(store.sheet.rowAt(0)!.cells[0]).toBe('Zwei')
    store.sheet.filter('', 'en')
    expect(cells(store)[1]).toEqual(['Zwei', 200])
  })

  test('puts a draft back on fresh rows', () => {
    const store = grid()
    paste(store, 'A\t1')
    store.sheet.add([['New', null, '']])
    store.sheet.remove(['c', 'b'])
    const draft = structuredClone(takeDraft(store.sheet))
    const later = grid(row('a', 'One', 100), row('b', 'Two', 200))
    restoreDraft(later.sheet, draft, ['', 0, ''])
    expect(later.summary).toMatchObject({ cells: 2, added: 1, removed: 1 })
    expect(later.sheet.rowAt(2)!.cells).toEqual(['New', 0, ''])
  })

  test('pastes and takes back 2,000 × 3 cells within a blink', () => {
    const store = grid(...Array.from({ length: 2000 }, (_, i) => row(`k${i}`, `Row ${i}`, i)))
    const text = Array.from({ length: 2000 }, (_, i) => `New ${i}\t${i * 10}\tx`).join('\r\n')
    const start = performance.now()
    // The first price is 0 before and after.
    expect(paste(store, text)).toEqual({ changed: 3999, readOnly: 2000 })
    expect(store.summary.cells).toBe(3999)
    store.undo()
    expect(performance.now() - start).toBeLessThan(1000)
    expect(store.summary.dirty).toBe(false)
  })
})
