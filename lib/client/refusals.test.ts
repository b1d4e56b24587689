import { describe, expect, test } from 'vitest'
import { ApiError, type ApiErrorBody } from './api'
import { fieldErrorsOf } from './field-errors'
import { en } from './messages/en'
import { ja } from './messages/ja'
import { detailText, refusalText } from './refusals'

const taken: ApiErrorBody = {
  code: 'Conflict',
  message: 'There is already an account with this e-mail address.',
  target: 'email',
  details: [
    { code: 'Duplicate', target: 'email', message: 'There is already an account with this e-mail address.' },
    { code: 'NullValue', target: 'name', message: 'This is required.' },
  ],
}

describe('a refusal in Japanese', () => {
  test('is said by its codes', () => {
    expect(detailText({ code: 'NullValue', message: 'This is required.' }, ja)).toBe('入力してください。')
    const lastOwner = { code: 'Conflict', message: 'Ann is the last owner.', innererror: { code: 'LastOwner' } }
    expect(refusalText(lastOwner, ja)).toBe('最後のオーナーです。先に別のオーナーを決めてください。')
  })

  test('keeps the server’s words where they hold a number or a name, or the reason', () => {
    const short = { code: 'OutOfRange', message: 'At least 8 characters.' }
    expect(detailText(short, ja)).toBe('足りないか、入力できる範囲を外れています。（At least 8 characters.）')
    const twice = { code: 'Duplicate', message: '`north` is given twice.' }
    expect(detailText(twice, ja)).toContain('（`north` is given twice.）')
    const wrong = { code: 'NotAllowed', message: 'This is not the present password.' }
    expect(detailText(wrong, ja)).toContain('（This is not the present password.）')
  })

  test('has the numbers in its own sentence where the server sends them apart', () => {
    const body = {
      code: 'Conflict',
      message: '12 products are in this category. Move them to another one first.',
      details: [{ code: 'Blocked', target: 'products', message: '12 products are in this category.' }],
      innererror: { code: 'CategoryInUse', products: 12 },
    }
    expect(refusalText(body, ja)).toBe('このカテゴリーには商品が 12 件あります。先に別のカテゴリーへ移してください。')
  })

  test('names the one thing that is wrong, or what was refused altogether', () => {
    expect(refusalText({ ...taken, details: taken.details!.slice(0, 1) }, ja)).toBe(
      'すでに使われているか、重複しています。',
    )
    expect(refusalText(taken, ja)).toMatch(/^今の状態ではこの操作はできません。（There is already/)
    expect(refusalText({ code: 'NotFound', message: 'Order was not found.' }, ja)).toMatch(/^見つかりません[^A-Za-z]+$/)
  })

  test('stays as the server said it where no code is known', () => {
    expect(refusalText({ code: 'Newer', message: 'Something new.' }, ja)).toBe('Something new.')
    expect(detailText({ code: 'toString', message: 'Something new.' }, ja)).toBe('Something new.')
  })
})

test('in English the server’s words stay, with the one detail that they leave out', () => {
  expect(refusalText(taken, en)).toBe(taken.message)
  const details = [{ code: 'NotAllowed', message: 'Leave it out.' }]
  expect(refusalText({ code: 'BadArgument', message: '`reason` does not belong here.', details }, en)).toBe(
    '`reason` does not belong here. Leave it out.',
  )
})

test('every field has its own message, in the reader’s language', () => {
  const error = new ApiError(409, taken, null)
  expect(fieldErrorsOf(error, ja)).toEqual({
    email: 'すでに使われているか、重複しています。',
    name: '入力してください。',
  })
  expect(fieldErrorsOf(error, en).name).toBe('This is required.')
  expect(fieldErrorsOf(new Error('x'), ja)).toEqual({})
})
