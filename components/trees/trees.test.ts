import { describe, expect, test } from 'vitest'
import type { TreeNode } from '@/lib/client/trees'
import { findMatch } from './find-match'
import { keyTarget, toMoves } from './keyboard-move'
import { projectDrop } from './project-drop'
import { emptyTree, flatten, foundRows, type TreeState, topmost, withLevels, withMove } from './tree-state'
import { typeAhead } from './type-ahead'

type Sketch = { [name: string]: Sketch | null }

const node = (id: string, parent: string | null, children: number, over: Partial<TreeNode> = {}): TreeNode => ({
  id,
  parent,
  name: id,
  code: '',
  type: '',
  isArchived: id.startsWith('old'),
  version: 1,
  position: 0,
  numberOfSiblings: 1,
  numberOfProducts: 0,
  numberOfOwnProducts: 0,
  numberOfChildren: children,
  ...over,
})

/** A tree drawn as nested names; every level is loaded, those in `open` are open. */
function draw(sketch: Sketch, open: string[]): TreeState {
  let state: TreeState = { ...emptyTree, expanded: new Set(open) }
  const walk = (parent: string | null, level: Sketch) => {
    const names = Object.keys(level)
    const nodes = names.map((name) => node(name, parent, Object.keys(level[name] ?? {}).length))
    state = withLevels(state, [{ parent, total: names.length, nodes }])
    for (const name of names) if (level[name]) walk(name, level[name])
  }
  walk(null, sketch)
  return state
}

const clothes = () =>
  draw({ Apparel: { Shirts: null, Shoes: { Boots: null } }, Home: { Lamps: null }, oldStock: null }, [
    'Apparel',
    'Shoes',
  ])

const lines = (state: TreeState) =>
  flatten(state).map((row) => `${'  '.repeat(row.depth)}${row.kind === 'node' ? row.node.name : `+${row.left}`}`)

describe('the lines of a tree', () => {
  test('are what is open, from top to bottom', () => {
    expect(lines(clothes())).toEqual(['Apparel', '  Shirts', '  Shoes', '    Boots', 'Home', 'oldStock'])
  })

  test('say how many of a level have not come yet, and go on where it stopped', () => {
    const first = withLevels(emptyTree, [{ parent: null, total: 3, nodes: [node('a', null, 0), node('b', null, 0)] }])
    expect(lines(first)).toEqual(['a', 'b', '+1'])
    const whole = withLevels(first, [{ parent: null, total: 3, nodes: [node('c', null, 0)] }], 2)
    expect(lines(whole)).toEqual(['a', 'b', 'c'])
  })

  test('know the place of each node among its siblings', () => {
    const places = flatten(clothes()).map((row) => (row.kind === 'node' ? [row.position, row.size] : []))
    expect(places).toEqual([
      [1, 3],
      [1, 2],
      [2, 2],
      [1, 1],
      [2, 3],
      [3, 3],
    ])
  })

  test('of a search show matches below everything above them, once', () => {
    const found = foundRows({
      total: 2,
      value: [node('Boots', 'Shoes', 0), node('Boot polish', 'Home', 0)],
      ancestors: [node('Apparel', null, 2), node('Shoes', 'Apparel', 1), node('Home', null, 1)],
    })
    expect(found.map(({ node: { name }, depth, isMatch }) => [name, depth, isMatch])).toEqual([
      ['Apparel', 0, false],
      ['Shoes', 1, false],
      ['Boots', 2, true],
      ['Home', 0, false],
      ['Boot polish', 1, true],
    ])
  })
})

describe('a move on screen', () => {
  test('takes what is below along, and counts products where they now are', () => {
    const state = clothes()
    const nodes = new Map(state.nodes)
    nodes.set('Apparel', { ...nodes.get('Apparel')!, numberOfProducts: 9 })
    nodes.set('Shoes', { ...nodes.get('Shoes')!, numberOfProducts: 4 })
    const moved = withMove({ ...state, nodes }, ['Shoes'], { parent: 'Home', index: 1 })
    expect(lines({ ...moved, expanded: new Set(['Apparel', 'Home', 'Shoes']) })).toEqual([
      'Apparel',
      '  Shirts',
      'Home',
      '  Lamps',
      '  Shoes',
      '    Boots',
      'oldStock',
    ])
    expect(moved.nodes.get('Apparel')).toMatchObject({ numberOfProducts: 5, numberOfChildren: 1 })
    expect(moved.nodes.get('Home')).toMatchObject({ numberOfProducts: 4, numberOfChildren: 2 })
  })

  test('leaves out what goes along with its parent anyway', () => {
    expect(topmost(clothes().nodes, ['Apparel', 'Boots', 'Home'])).toEqual(['Apparel', 'Home'])
  })
})

describe('a move by keyboard', () => {
  test('goes up, down, in and out, and nowhere at the ends', () => {
    const state = clothes()
    expect(keyTarget(state, 'Shoes', 'up')).toEqual({ parent: 'Apparel', index: 0 })
    expect(keyTarget(state, 'Shoes', 'down')).toBeUndefined()
    expect(keyTarget(state, 'Shoes', 'in')).toEqual({ parent: 'Shirts', index: 0, last: true })
    expect(keyTarget(state, 'Shoes', 'out')).toEqual({ parent: null, index: 1 })
    expect(keyTarget(state, 'Apparel', 'up')).toBeUndefined()
    expect(keyTarget(state, 'Apparel', 'in')).toBeUndefined()
    expect(keyTarget(state, 'Apparel', 'out')).toBeUndefined()
    expect(keyTarget(state, 'Home', 'down')).toEqual({ parent: null, index: 2 })
  })

  test('is told to the server by its neighbours', () => {
    const state = clothes()
    expect(toMoves(state, ['Home'], { parent: null, index: 2 })).toEqual([
      { id: 'Home', parentId: null, after: 'oldStock' },
    ])
    expect(toMoves(state, ['Shoes'], { parent: 'Apparel', index: 0 })).toEqual([
      { id: 'Shoes', parentId: 'Apparel', before: 'Shirts' },
    ])
    expect(toMoves(state, ['Home', 'oldStock'], { parent: 'Shirts', index: 0 })).toEqual([
      { id: 'Home', parentId: 'Shirts' },
      { id: 'oldStock', parentId: 'Shirts', after: 'Home' },
    ])
  })
})

describe('a drop', () => {
  // 0 Apparel / 1 Shirts / 2 Shoes / 3 Boots / 4 Home (closed) / 5 oldStock
  const drop = (ids: string[], gap: number, depth: number) => {
    const state = clothes()
    return projectDrop({ rows: flatten(state), state, ids, gap, depth })
  }

  test('takes its depth from the way sideways, within what its neighbours allow', () => {
    expect(drop(['Home'], 4, 9)).toEqual({ gap: 4, depth: 3, parent: 'Boots', index: 0 })
    expect(drop(['Home'], 4, 2)).toEqual({ gap: 4, depth: 2, parent: 'Shoes', index: 1 })
    expect(drop(['Home'], 4, 1)).toEqual({ gap: 4, depth: 1, parent: 'Apparel', index: 2 })
    expect(drop(['Home'], 4, 0)).toEqual({ gap: 4, depth: 0, parent: null, index: 1, same: true })
    expect(drop(['Home'], 2, 0)).toEqual({ gap: 2, depth: 1, parent: 'Apparel', index: 1 })
    expect(drop(['Home'], 0, 3)).toEqual({ gap: 0, depth: 0, parent: null, index: 0 })
  })

  test('goes into a closed node as its last child', () => {
    expect(drop(['Shirts'], 5, 1)).toEqual({ gap: 5, depth: 1, parent: 'Home', index: 1, inside: true })
    expect(drop(['Shirts'], 5, 0)).toEqual({ gap: 5, depth: 0, parent: null, index: 2 })
  })

  test('is refused below itself, below what is archived, and too deep', () => {
    expect(drop(['Apparel'], 2, 1)).toMatchObject({ problem: 'cycle' })
    expect(drop(['Shoes'], 4, 2)).toMatchObject({ problem: 'cycle' })
    expect(drop(['Shirts'], 6, 1)).toMatchObject({ parent: 'oldStock', problem: 'archived' })
    expect(drop(['Shirts'], 6, 0)).toEqual({ gap: 6, depth: 0, parent: null, index: 3 })
    const sketch: Sketch = { loose: null }
    const names = Array.from({ length: 64 }, (_, level) => `level ${level + 1}`)
    sketch['level 1'] = names.slice(1).reduceRight<Sketch | null>((below, name) => ({ [name]: below ?? null }), null)
    const deep = draw(sketch, names)
    const rows = flatten(deep)
    expect(projectDrop({ rows, state: deep, ids: ['loose'], gap: rows.length, depth: 64 })).toMatchObject({
      parent: 'level 64',
      problem: 'deep',
    })
    expect(projectDrop({ rows, state: deep, ids: ['loose'], gap: rows.length, depth: 63 })).toEqual({
      gap: rows.length,
      depth: 63,
      parent: 'level 63',
      index: 1,
    })
  })

  test('out of its own subtree goes beside its ancestors', () => {
    expect(drop(['Boots'], 4, 0)).toEqual({ gap: 4, depth: 0, parent: null, index: 1 })
    expect(drop(['Boots'], 4, 1)).toEqual({ gap: 4, depth: 1, parent: 'Apparel', index: 2 })
    expect(drop(['Boots'], 4, 2)).toMatchObject({ parent: 'Shoes', same: true })
  })
})

describe('typing a name', () => {
  const names = ['Shirts', 'ソックス', 'Shoes', 'くつ', 'ｼｬﾂ']
  test('finds the next that begins so, going round', () => {
    expect(typeAhead(names, 0, 's')).toBe(2)
    expect(typeAhead(names, 2, 's')).toBe(0)
    expect(typeAhead(names, 0, 'sho')).toBe(2)
    expect(typeAhead(names, 2, 'shi')).toBe(0)
    expect(typeAhead(names, 0, 'ss')).toBe(2)
    expect(typeAhead(names, 0, 'x')).toBeUndefined()
  })
  test('does not mind kana and width', () => {
    expect(typeAhead(names, 0, 'そ')).toBe(1)
    expect(typeAhead(names, 0, 'クツ')).toBe(3)
    expect(typeAhead(names, 0, 'しゃ')).toBe(4)
  })
})

test('what was looked for is found in the text as it is written', () => {
  expect(findMatch('Cast Iron', 'IRO')).toEqual({ start: 5, end: 8 })
  expect(findMatch('南部のカバン', 'かばん')).toEqual({ start: 3, end: 6 })
  expect(findMatch('ｶﾊﾞﾝ', 'カバン')).toEqual({ start: 0, end: 4 })
  expect(findMatch('㈱山田', '山')).toEqual({ start: 1, end: 2 })
  expect(findMatch('Iron', 'gold')).toBeUndefined()
  expect(findMatch('Iron', ' ')).toBeUndefined()
})
