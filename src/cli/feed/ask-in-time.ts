import { asking, type Ask } from '../../feed/get-over-http.ts'

const patience = 60_000

/** Asks a server for a file, for a minute at most. */
export const askInTime: Ask = (url) => fetch(url, { ...asking, signal: AbortSignal.timeout(patience) })
