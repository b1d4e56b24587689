import { ApiError } from './api'

/**
 * For acts that a dialog confirms: a refusal because of how things stand is told in the dialog, in the server's words.
 * @throws Error with that sentence in place of a conflict's ApiError, and every other failure as it is
 */
export async function inDialog<T>(act: Promise<T>): Promise<T> {
  try {
    return await act
  } catch (error) {
    if (error instanceof ApiError && (error.status === 409 || error.status === 412)) throw new Error(error.message)
    throw error
  }
}
