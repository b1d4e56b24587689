import { expect, type Page, test } from '@playwright/test'
import { enter, open, organizationId, origin } from './desk'

const admin = 'admin@orderdesk.example'
let made = 0

const api = async (page: Page, method: 'GET' | 'POST' | 'PATCH', path: string, data?: unknown) => {
  const headers = { origin: origin() }
  const answer = await page.request.fetch(`/api${path}`, { method, headers, data })
  expect(answer.ok(), `${method} ${path}: ${answer.status()} ${await answer.text()}`).toBe(true)
  return answer.json()
}

type Branch = { id: string; name: string; shoes: string; boots: string; belts: string }

/** A branch of its own for a test: Belts, Boots and Shoes below a root, in this order. */
async function plant(page: Page, kind: 'categories' | 'locations' = 'categories'): Promise<Branch> {
  const name = `Branch ${Date.now()} ${++made}`
  const add = async (body: object): Promise<string> => (await api(page, 'POST', `/${kind}`, body)).id
  const id = await add({ name })
  const [shoes, boots, belts] = [
    await add({ name: 'Shoes', parentId: id }),
    await add({ name: 'Boots', parentId: id }),
    await add({ name: 'Belts', parentId: id }),
  ]
  return { id, name, shoes, boots, belts }
}

const line = (page: Page, id: string) => page.locator(`[role=treeitem][data-key="${id}"]`)

/** The names below a node as the server has them. */
async function below(page: Page, parent: string, kind = 'categories'): Promise<string[]> {
  const { value } = await api(page, 'GET', `/${kind}:levels?parentIds=${parent}&archived=true`)
  return value[0].nodes.map((node: { name: string }) => node.name)
}

async function openAt(page: Page, id: string, kind = 'categories') {
  await open(page, `/admin/${kind}?node=${id}`)
  await expect(line(page, id)).toBeVisible()
  await page.getByRole('button', { name: 'Close', exact: true }).click()
  await line(page, id).focus()
}

test.describe('as a system admin', () => {
  test.beforeEach(({ page }) => enter(page, admin))

  test('a node moves by keyboard alone, is announced, and goes back to exactly where it was', async ({ page }) => {
    const { id, name, shoes } = await plant(page)
    expect(await below(page, id)).toEqual(['Belts', 'Boots', 'Shoes'])
    await openAt(page, shoes)

    await page.keyboard.press('Alt+ArrowUp')
    await expect(page.getByText(`Shoes, moved under ${name}, position 2 of 3`)).toBeVisible()
    await expect(line(page, shoes)).toBeFocused()
    expect(await below(page, id)).toEqual(['Belts', 'Shoes', 'Boots'])

    await page.keyboard.press('Alt+ArrowRight')
    await expect(page.getByText('Shoes, moved under Belts, position 1 of 1')).toBeVisible()
    await expect(line(page, shoes)).toHaveAttribute('aria-level', '3')
    expect(await below(page, id)).toEqual(['Belts', 'Boots'])

    await page.keyboard.press('z')
    await expect(page.getByText('Shoes is back where it was')).toBeVisible()
    await expect(line(page, shoes)).toBeFocused()
    await expect(line(page, shoes)).toHaveAttribute('aria-posinset', '3')
    expect(await below(page, id)).toEqual(['Belts', 'Boots', 'Shoes'])
    // Nobody's hand is left in it: a new name finds its place by itself, as before any move.
    await api(page, 'PATCH', `/categories/${shoes}`, { name: 'Alpine shoes' })
    expect(await below(page, id)).toEqual(['Alpine shoes', 'Belts', 'Boots'])
  })

  test('the arrows walk, open and close, letters find names', async ({ page }) => {
    const { id, boots, shoes, belts } = await plant(page)
    await openAt(page, shoes)
    await page.keyboard.press('ArrowLeft')
    await expect(line(page, id)).toBeFocused()
    await page.keyboard.press('ArrowLeft')
    await expect(line(page, id)).toHaveAttribute('aria-expanded', 'false')
    await expect(line(page, shoes)).toHaveCount(0)
    await page.keyboard.press('ArrowRight')
    await expect(line(page, id)).toHaveAttribute('aria-expanded', 'true')
    await page.keyboard.press('ArrowRight')
    await expect(line(page, belts)).toBeFocused()
    await page.keyboard.type('boo')
    await expect(line(page, boots)).toBeFocused()
    await page.keyboard.press('End')
    await page.keyboard.press('Home')
    await expect(page.getByRole('treeitem').first()).toBeFocused()
  })

  test('nodes are renamed and added in their line', async ({ page }) => {
    const { id, shoes } = await plant(page)
    await openAt(page, shoes)
    await page.keyboard.press('F2')
    await page.keyboard.type('Footwear')
    await page.keyboard.press('Enter')
    await expect(page.getByText('Shoes is now called Footwear')).toBeVisible()
    await expect(line(page, shoes)).toHaveAccessibleName('Footwear')

    await line(page, shoes).focus()
    await page.keyboard.press('n')
    await page.getByLabel('Name of the new entry').fill('Sandals')
    await page.keyboard.press('Enter')
    await expect(page.getByText('Sandals added under Footwear')).toBeVisible()
    await expect(page.getByRole('treeitem', { name: 'Sandals' })).toBeFocused()
    await page.keyboard.press('Shift+N')
    await page.getByLabel('Name of the new entry').fill('Clogs')
    await page.keyboard.press('Enter')
    await expect(page.getByText('Clogs added under Footwear')).toBeVisible()
    expect(await below(page, shoes)).toEqual(['Sandals', 'Clogs'])
    expect(await below(page, id)).toContain('Footwear')
  })

  test('“Move to…” finds the new place by name', async ({ page }) => {
    const { boots, shoes } = await plant(page)
    await api(page, 'PATCH', `/categories/${boots}`, { name: `Boots of ${boots}` })
    await openAt(page, shoes)
    await page.keyboard.press('m')
    const dialog = page.getByRole('dialog', { name: 'Move Shoes' })
    await dialog.getByRole('combobox', { name: 'Stands under' }).fill(boots)
    await page.keyboard.press('Enter')
    await expect(dialog.getByRole('button', { name: `Remove Boots of ${boots}` })).toBeVisible()
    await dialog.getByRole('button', { name: 'Move', exact: true }).click()
    await expect(page.getByText(`Shoes, moved under Boots of ${boots}, position 1 of 1`)).toBeVisible()
    expect(await below(page, boots)).toEqual(['Shoes'])
  })

  test('a category with products is deleted once they have another', async ({ page }) => {
    const { id, shoes, boots } = await plant(page)
    await api(page, 'PATCH', `/categories/${boots}`, { name: `Boots of ${boots}` })
    const orgId = await organizationId(page.request, 'acme')
    const product = await api(page, 'POST', `/orgs/${orgId}/products`, { name: 'Loafer', categoryId: shoes })
    await openAt(page, shoes)
    await page.keyboard.press('Delete')
    const dialog = page.getByRole('dialog', { name: 'Delete Shoes?' })
    await expect(dialog.getByText('1 product is in it.')).toBeVisible()
    await dialog.getByRole('button', { name: 'Delete' }).click()
    await expect(dialog.getByText('Choose where the products go.')).toBeVisible()
    await dialog.getByRole('combobox').fill(boots)
    await page.keyboard.press('Enter')
    await expect(dialog.getByRole('button', { name: `Remove Boots of ${boots}` })).toBeVisible()
    await dialog.getByRole('button', { name: 'Delete' }).click()
    await expect(page.getByText('Shoes deleted')).toBeVisible()
    expect(await below(page, id)).toEqual(['Belts', `Boots of ${boots}`])
    const read = await api(page, 'GET', `/orgs/${orgId}/products/${product.id}?$expand=category`)
    expect(read.category.id).toBe(boots)
  })

  test('a deletion is undone: the same node at its place, its child and its product in it again', async ({ page }) => {
    const { id, shoes, boots } = await plant(page)
    await api(page, 'PATCH', `/categories/${boots}`, { name: `Boots of ${boots}` })
    // By hand, so that no name leads back to it.
    await api(page, 'POST', `/categories/${shoes}/move`, { before: boots })
    const child = (await api(page, 'POST', '/categories', { name: 'Sandals', parentId: shoes })).id
    const orgId = await organizationId(page.request, 'acme')
    const product = await api(page, 'POST', `/orgs/${orgId}/products`, { name: 'Loafer', categoryId: shoes })
    const categoryOf = async () =>
      (await api(page, 'GET', `/orgs/${orgId}/products/${product.id}?$expand=category`)).category.id
    const order = ['Belts', 'Shoes', `Boots of ${boots}`]
    expect(await below(page, id)).toEqual(order)

    const remove = async () => {
      await line(page, shoes).focus()
      await page.keyboard.press('Delete')
      const dialog = page.getByRole('dialog', { name: 'Delete Shoes?' })
      await dialog.getByRole('combobox').fill(boots)
      await page.keyboard.press('Enter')
      await expect(dialog.getByRole('button', { name: `Remove Boots of ${boots}` })).toBeVisible()
      await dialog.getByRole('button', { name: 'Delete' }).click()
      await expect(page.getByText('Shoes deleted')).toBeVisible()
      await expect(dialog).toHaveCount(0)
      await expect(line(page, shoes)).toHaveCount(0)
    }
    await openAt(page, shoes)
    await remove()
    expect(await categoryOf()).toBe(boots)
    await page.keyboard.press('z')
    await expect(page.getByText('Shoes is back, where it was')).toBeVisible()
    await expect(line(page, shoes)).toBeFocused()
    await expect(line(page, shoes)).toHaveAttribute('aria-posinset', '2')
    expect(await below(page, id)).toEqual(order)
    expect(await below(page, shoes)).toEqual(['Sandals'])
    expect(await categoryOf()).toBe(shoes)

    // Later, from its own history, which its address still leads to.
    await remove()
    await open(page, `/admin/categories?node=${shoes}`)
    await expect(page.getByText('This category no longer exists')).toBeVisible()
    await page.getByRole('tab', { name: 'History' }).click()
    await page.getByRole('button', { name: 'Take back' }).first().click()
    await expect(page.getByText('Shoes is back, where it was')).toBeVisible()
    expect(await below(page, id)).toEqual(order)
    expect((await api(page, 'GET', `/categories/${child}`)).parent).toBe(shoes)
  })

  test('dragging shows where a node lands, and refuses what cannot be', async ({ page }) => {
    const { id, shoes, belts, boots } = await plant(page)
    await openAt(page, shoes)
    const box = async (node: string) => (await line(page, node).boundingBox())!
    const from = await box(shoes)
    const to = await box(boots)
    await page.mouse.move(from.x + 120, from.y + from.height / 2)
    await page.mouse.down()
    await page.mouse.move(from.x + 122, from.y + from.height / 2)
    await expect(page.getByText('Under Belts')).toHaveCount(0)
    // Between Belts and Boots, and one level further in.
    await page.mouse.move(from.x + 120 + 22, to.y + 2, { steps: 6 })
    await expect(page.getByText('Under Belts')).toBeVisible()
    await page.mouse.up()
    await expect(page.getByText('Shoes, moved under Belts, position 1 of 1')).toBeVisible()
    expect(await below(page, belts)).toEqual(['Shoes'])

    const parent = await box(id)
    const child = await box(boots)
    await page.mouse.move(parent.x + 120, parent.y + parent.height / 2)
    await page.mouse.down()
    await page.mouse.move(parent.x + 150, child.y + 2, { steps: 6 })
    await expect(page.getByText('Nothing can stand below itself.')).toBeVisible()
    await page.mouse.up()
    expect(await below(page, id)).toEqual(['Belts', 'Boots'])
  })

  test('the editor saves all fields of a location', async ({ page }) => {
    const { shoes } = await plant(page, 'locations')
    await open(page, `/admin/locations?node=${shoes}`)
    await page.getByLabel('Name').fill('品川区')
    await page.getByLabel('Code').fill('13109')
    await page.getByLabel('Type').fill('city')
    await page.keyboard.press('Control+s')
    await expect(page.getByText('品川区 saved')).toBeVisible()
    await expect(line(page, shoes)).toHaveAccessibleName('品川区')
    expect(await api(page, 'GET', `/locations/${shoes}`)).toMatchObject({ name: '品川区', code: '13109', type: 'city' })
  })

  test('a search shows matches below what they stand under', async ({ page }) => {
    const { name, shoes } = await plant(page)
    await api(page, 'PATCH', `/categories/${shoes}`, { name: `カバン ${shoes}` })
    await open(page, '/admin/categories')
    await page.keyboard.press('/')
    await page.keyboard.type(`ｶﾊﾞﾝ ${shoes}`)
    await expect(page.getByText('1 match')).toBeVisible()
    await expect(page.getByRole('treeitem')).toHaveCount(2)
    await expect(page.getByRole('treeitem').first()).toHaveAccessibleName(name)
    await page.keyboard.press('ArrowDown')
    await expect(line(page, shoes)).toBeFocused()
  })

  test('ten thousand nodes are open within 300 ms of their data', async ({ page }) => {
    const id = (...parts: number[]) =>
      parts
        .map((part) => String(part).padStart(3, '0'))
        .join('')
        .padEnd(24, '0')
    type Node = { id: string; parent: string | null; [field: string]: unknown }
    const children = new Map<string | null, Node[]>()
    const add = (own: string, parent: string | null, name: string, numberOfChildren: number) => {
      const level = children.get(parent) ?? []
      children.set(parent, level)
      const counts = { numberOfProducts: 3, numberOfOwnProducts: 1, numberOfChildren, numberOfSiblings: 1 }
      const rest = { code: '', type: '', isArchived: false, version: 1, position: level.length }
      level.push({ id: own, parent, name, ...rest, ...counts })
    }
    for (let a = 1; a <= 20; a++) {
      add(id(a), null, `Root ${a}`, 20)
      for (let b = 1; b <= 20; b++) {
        add(id(a, b), id(a), `Group ${a}-${b}`, 25)
        for (let c = 1; c <= 25; c++) add(id(a, b, c), id(a, b), `Leaf ${a}-${b}-${c}`, 0)
      }
    }
    await open(page, '/admin/categories')
    await page.route(/categories:levels/, (route) => {
      const asked = new URL(route.request().url()).searchParams.get('parentIds')!.split(',')
      const value = asked
        .map((parent) => (parent === 'root' ? null : parent))
        .map((parent) => ({ parent, total: children.get(parent)?.length ?? 0, nodes: children.get(parent) ?? [] }))
      return route.fulfill({ json: { value } })
    })
    await page.getByRole('button', { name: 'Refresh' }).click()
    await expect(page.getByRole('treeitem', { name: 'Root 20' })).toBeVisible()
    const measure = async () => {
      await page
        .getByRole('button', { name: 'Close everything' })
        .click({ timeout: 1_000 })
        .catch(() => undefined)
      return page.evaluate(async () => {
        const wanted = '333440px'
        const tree = document.querySelector<HTMLElement>('[role=tree]')!
        let dataAt = performance.now()
        const fetched = window.fetch
        window.fetch = async (...given) => {
          const answer = await fetched(...given)
          const read = answer.text.bind(answer)
          answer.text = async () => {
            const text = await read()
            dataAt = performance.now()
            return text
          }
          return answer
        }
        const button = [...document.querySelectorAll('button')].find((each) => each.textContent === 'Open everything')
        button!.click()
        await new Promise<void>((done) => {
          const look = () => (tree.style.height === wanted ? done() : requestAnimationFrame(look))
          look()
        })
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done)))
        window.fetch = fetched
        return performance.now() - dataAt
      })
    }
    expect(await measure()).toBeLessThan(300)
    expect(await page.getByRole('treeitem').count()).toBeLessThan(120)
    await page.getByRole('treeitem').first().focus()
    await page.keyboard.press('End')
    await expect(page.getByRole('treeitem', { name: 'Leaf 20-20-25' })).toBeFocused()
  })

  test('a tree that cannot be had says why and tries again', async ({ page }) => {
    const body = { code: 'UnexpectedError', message: 'The store did not answer.' }
    const levels = /categories:levels/
    await page.route(levels, (route) =>
      route.fulfill({ status: 400, json: body, headers: { 'x-request-id': 'request-4712' } }),
    )
    // By a link: the first load brings the roots along.
    await open(page, '/admin/locations')
    await page.getByRole('navigation').getByRole('link', { name: 'Categories' }).click()
    await expect(page.getByRole('alert').filter({ hasText: 'could not be loaded' })).toContainText('did not answer')
    await expect(page.getByText('request-4712')).toBeVisible()
    await page.unroute(levels)
    await page.getByRole('button', { name: 'Try again' }).click()
    await expect(page.getByRole('treeitem').first()).toBeVisible()
  })
})

test('who is no system admin reads the tree and changes nothing', async ({ page }) => {
  await enter(page, 'owner@acme.example')
  await open(page, '/admin/categories')
  await expect(page.getByRole('treeitem').first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'New category' })).toHaveCount(0)
  const name = await page.getByRole('treeitem').first().getAttribute('aria-label')
  await page.getByRole('treeitem').first().focus()
  await page.keyboard.press('F2')
  await page.keyboard.press('Delete')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('treeitem').first()).toHaveAccessibleName(name!)
  await page.keyboard.press('Enter')
  await expect(page.getByText('Only system admins change the tree.')).toBeVisible()
})
