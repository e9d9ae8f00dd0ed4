import type { World } from '../../../src/cli/command.ts'
import { run } from '../../../src/cli/run.ts'

/** A world of files in memory: texts, or values that stand for their JSON text. */
export function memoryWorld(files: Record<string, unknown>, answers?: string[]) {
  const out: string[] = []
  const error: string[] = []
  const written = new Map<string, Buffer>()
  const removed: string[] = []
  const textOf = (path: string) => {
    if (!Object.hasOwn(files, path)) throw new Error('no such file')
    return typeof files[path] === 'string' ? files[path] : JSON.stringify(files[path])
  }
  const world: World = {
    readText: async (path) => textOf(path),
    readBytes: async (path) => (files[path] instanceof Uint8Array ? files[path] : Buffer.from(textOf(path))),
    async list(path) {
      const paths = Object.keys(files).filter((file) => file === path || file.startsWith(`${path}/`))
      if (paths.length === 0) throw new Error('no such folder')
      return paths
    },
    write: async (path, data) => void written.set(path, Buffer.from(data)),
    remove: async (path) => void removed.push(path),
    ...(answers ? { ask: async () => answers.shift() ?? '' } : {}),
    out: (text) => out.push(text),
    error: (text) => error.push(text),
    now: () => Date.parse('2026-11-24T00:00:00Z'),
  }
  return { world, written, removed, said: () => ({ out: out.join('\n'), error: error.join('\n') }) }
}

/** Runs one command line over such files. */
export async function writ(args: string[], files: Record<string, unknown> = {}, answers?: string[]) {
  const { world, written, removed, said } = memoryWorld(files, answers)
  const code = await run(args, world)
  return { code, written, removed, ...said() }
}
