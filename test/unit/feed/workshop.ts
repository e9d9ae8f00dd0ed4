import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { run } from '../../../src/cli/run.ts'
import { memoryWorld } from '../cli/memory-world.ts'

/** A publisher's folder, on a real disk, where the command line is run as a person would. */
export class Workshop {
  readonly folder = mkdtempSync(join(tmpdir(), 'writ-feed-'))
  /** Epoch milliseconds. */
  now = Date.parse('2026-12-01T12:00:00Z')

  /** A place in the folder. */
  at(...parts: string[]): string {
    return join(this.folder, ...parts)
  }

  /** Runs a command line; a word that begins with `@` is a place in the folder. */
  async writ(...args: string[]): Promise<{ code: number; out: string; error: string }> {
    const { world, said } = memoryWorld({})
    const words = args.map((word) => (word.startsWith('@') ? this.at(word.slice(1)) : word))
    const code = await run(words, { ...world, now: () => this.now })
    return { code, ...said() }
  }

  /** The same, where nothing may go wrong. */
  async done(...args: string[]): Promise<string> {
    const { code, out, error } = await this.writ(...args)
    if (code !== 0) throw new Error(`writ ${args.join(' ')}: ${error}`)
    return out
  }

  async write(path: string, content: unknown): Promise<void> {
    await mkdir(dirname(this.at(path)), { recursive: true })
    await writeFile(this.at(path), typeof content === 'string' ? content : JSON.stringify(content))
  }

  copy(from: string, to: string): Promise<void> {
    return copyFile(this.at(from), this.at(to))
  }

  remove(path: string): Promise<void> {
    return rm(this.at(path))
  }

  files(folder: string): string[] {
    const entries = readdirSync(this.at(folder), { recursive: true, withFileTypes: true })
    return entries
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => join(parentPath, name).slice(this.at(folder).length + 1))
      .toSorted()
  }

  close(): void {
    rmSync(this.folder, { recursive: true })
  }
}
