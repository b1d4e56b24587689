import { ApiError, type ApiErrorBody, callApi } from './api'
import { type Attachment, attachmentsPath, fileAddress } from './attachments'

export type FileToSend = {
  orgId: string
  file: File
  type: string
  name: string
  /** The attachment whose content this becomes, and its present type; without one a new attachment is made. */
  replaces?: { id: string; type: string }
}

export type SendOptions = {
  signal: AbortSignal
  /** Bytes that have left, as they leave. */
  onProgress: (sent: number) => void
}

/**
 * Uploads a file as the contract has it: ask for a signed address, PUT the bytes there, register what arrived. An address
 * takes one PUT, so that an interrupted one begins anew; nothing of it is kept.
 * @throws ApiError for what is refused; the signal's own error when it is aborted
 */
export async function sendFile(
  { orgId, file, type, name, replaces }: FileToSend,
  options: SendOptions,
): Promise<Attachment> {
  const { signal } = options
  const query = new URLSearchParams({ contentLength: String(file.size), contentType: type })
  const { data } = await callApi<{ url: string; objectId: string }>(
    'GET',
    `/orgs/${orgId}/attachment-upload-url?${query}`,
    { signal },
  )
  await put(fileAddress(data.url), file, type, options)
  const { objectId } = data
  const path = attachmentsPath(orgId)
  const { data: attachment } = replaces
    ? await callApi<Attachment>('PUT', `${path}/${replaces.id}/content`, {
        // The name stays, unless its ending would lie.
        body: { objectId, type, ...(type === replaces.type ? {} : { name }) },
        signal,
      })
    : await callApi<Attachment>('POST', path, {
        // Pictures are there to be shown to anybody; a document is not, until somebody says so.
        body: { objectId, type, name, isPublic: type.startsWith('image/') },
        signal,
      })
  return attachment
}

/** `fetch` tells nothing of what has been sent, so this is the older way. */
function put(address: string, file: File, type: string, { signal, onProgress }: SendOptions): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const abort = () => request.abort()
    const settle = (act: () => void) => {
      signal.removeEventListener('abort', abort)
      act()
    }
    request.open('PUT', address)
    request.setRequestHeader('content-type', type)
    request.upload.onprogress = (event) => onProgress(event.loaded)
    request.onload = () => settle(() => (request.status === 200 ? resolve() : reject(refusedBy(request))))
    request.onerror = () =>
      settle(() => reject(new ApiError(0, { code: 'Unreachable', message: 'The server could not be reached.' }, null)))
    request.onabort = () => settle(() => reject(signal.reason))
    signal.addEventListener('abort', abort)
    if (signal.aborted) return settle(() => reject(signal.reason))
    request.send(file)
  })
}

function refusedBy(request: XMLHttpRequest): ApiError {
  let body: ApiErrorBody = { code: 'UnexpectedError', message: `The server answered ${request.status}.` }
  try {
    const answer = JSON.parse(request.responseText) as Partial<ApiErrorBody>
    if (answer.code && answer.message) body = answer as ApiErrorBody
  } catch {
    // Something between us and the server answered in its own words.
  }
  const retryAfter = Number(request.getResponseHeader('retry-after')) || null
  return new ApiError(request.status, body, request.getResponseHeader('x-request-id'), retryAfter)
}
