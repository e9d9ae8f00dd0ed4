import { failed, reasonOf, type Result } from '../order/issue.ts'
import { readAtMost } from './gzip.ts'
import type { Repository } from './tuf/repository.ts'

/** How every file of a feed is asked for: nothing is sent along that tells who asks, and no server leads elsewhere. */
export const asking = {
  redirect: 'manual',
  credentials: 'omit',
  cache: 'no-cache',
  referrerPolicy: 'no-referrer',
} as const satisfies RequestInit

/** A browser's `fetch`, or Node's, with its time limit. */
export type Ask = (url: string) => Promise<Response>

/**
 * Files below an address. Bytes are counted as they come, whatever the answer's head says; nothing that is not a file of the
 * feed reaches whoever verifies it.
 *
 * @param onBusy is given the head's `Retry-After` where a server asks for patience (429, 503)
 */
export function getOverHttp(
  address: string,
  ask: Ask,
  onBusy: (retryAfter: string) => void = () => {},
): Repository['get'] {
  const base = address.replace(/\/*$/, '/')
  return async (path, most) => {
    try {
      const response = await ask(base + path)
      const refusal = refusalOf(response)
      if (response.status === 429 || response.status === 503) onBusy(response.headers.get('retry-after') ?? '')
      if (refusal || isMissing(response)) await response.body?.cancel()
      if (refusal) return failed([{ ...refusal, path }])
      if (isMissing(response)) return { ok: true, value: undefined, warnings: [] }
      return await bodyOf(response, path, most)
    } catch (error) {
      return failed([{ code: 'feed-unreachable', path, message: `cannot be fetched: ${causeOf(error)}` }])
    }
  }
}

/** An object store without a public list of its files says that the next root is forbidden, not that there is none. */
function isMissing({ status }: Response): boolean {
  return status === 404 || status === 403
}

function refusalOf(response: Response): { code: string; message: string } | undefined {
  const { status, type, headers } = response
  if (type === 'opaqueredirect' || (status >= 300 && status < 400))
    return { code: 'feed-redirect', message: 'lies elsewhere, says the server: give the address where the feed is' }
  if (status === 429 || status === 503)
    return { code: 'feed-busy', message: `is not given out now (${status}): it is asked for again later` }
  if (isMissing(response)) return undefined
  if (!response.ok) return { code: 'feed-unreachable', message: `is answered with ${status}` }
  if (/^text\/html\b/i.test(headers.get('content-type') ?? ''))
    return { code: 'feed-web-page', message: 'is a web page: log in to the network, or check the address' }
  return undefined
}

async function bodyOf(response: Response, path: string, most: number): Promise<Result<Uint8Array>> {
  const data = response.body ? await readAtMost(response.body, most) : new Uint8Array()
  return data
    ? { ok: true, value: data, warnings: [] }
    : failed([{ code: 'feed-too-long', path, message: `is longer than ${most} bytes` }])
}

/** `fetch` says only that it failed; why is said one level below. */
function causeOf(error: unknown): string {
  return reasonOf(error instanceof Error && error.cause !== undefined ? error.cause : error)
}
