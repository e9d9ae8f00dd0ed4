import { failed, reasonOf, type Result } from '../../order/issue.ts'
import { readAtMost } from '../../feed/gzip.ts'

const patience = 60_000

/** Files below an address, as a browser would fetch them: no redirect is followed, and no more is read than may come. */
export function httpGet(address: string): (path: string, most: number) => Promise<Result<Uint8Array | undefined>> {
  const base = address.replace(/\/*$/, '/')
  return async (path, most) => {
    try {
      const response = await fetch(base + path, { redirect: 'error', signal: AbortSignal.timeout(patience) })
      if (response.status === 404 || response.status === 403) return { ok: true, value: undefined, warnings: [] }
      if (!response.ok) return refused('feed-unreachable', path, `the server answers ${response.status}`)
      const data = response.body ? await readAtMost(response.body, most) : new Uint8Array()
      if (!data) return refused('feed-too-long', path, `is longer than ${most} bytes`)
      return { ok: true, value: data, warnings: [] }
    } catch (error) {
      return refused('feed-unreachable', path, `cannot be fetched: ${causeOf(error)}`)
    }
  }
}

function refused(code: string, path: string, message: string) {
  return failed([{ code, path, message }])
}

/** `fetch` says only that it failed; why is said one level below. */
function causeOf(error: unknown): string {
  return reasonOf(error instanceof Error && error.cause !== undefined ? error.cause : error)
}
