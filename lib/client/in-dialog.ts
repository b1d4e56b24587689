import { ApiError } from './api'

/**
 * For acts that a dialog confirms: a refusal because of how things stand is told in the dialog, which would close over a
 * conflict.
 * @throws Error because of the conflict's ApiError, and every other failure as it is
 */
export async function inDialog<T>(act: Promise<T>): Promise<T> {
  try {
    return await act
  } catch (error) {
    if (error instanceof ApiError && (error.status === 409 || error.status === 412)) {
      throw new Error(error.message, { cause: error })
    }
    throw error
  }
}
