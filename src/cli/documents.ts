import type { Issue, Result } from '../order/issue.ts'
import type { World } from './run.ts'

/** A file's text, or why it cannot be read. */
export async function readDocument(file: string, world: World): Promise<Result<string>> {
  try {
    return { ok: true, value: await world.readText(file), warnings: [] }
  } catch (error) {
    const message = `cannot be read: ${error instanceof Error ? error.message : String(error)}`
    return { ok: false, issues: [{ code: 'unreadable', path: '', message }], warnings: [] }
  }
}

/** An issue as one line. */
export function line({ code, path, message }: Issue): string {
  return `${path === '' ? 'document' : path}: ${message} [${code}]`
}
