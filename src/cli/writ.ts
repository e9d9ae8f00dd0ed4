#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { chmod, mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import { createInterface, type Interface } from 'node:readline'
import { UsageError, type World } from './command.ts'
import { run } from './run.ts'

/** Registry files are UTF-16, and say so by a byte order mark; some editors put one before UTF-8 too. */
async function readText(path: string): Promise<string> {
  const bytes = await readBytes(path)
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8'
  return new TextDecoder(encoding).decode(bytes)
}

function readBytes(path: string): Promise<Uint8Array> {
  return path === '-' ? Promise.resolve(readFileSync(process.stdin.fd)) : readFile(path)
}

async function list(path: string): Promise<string[]> {
  if ((await stat(path)).isFile()) return [path]
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  const paths = entries.filter((entry) => entry.isFile() || entry.isSymbolicLink())
  const found = await Promise.all(paths.map(({ parentPath, name }) => fileAt(join(parentPath, name))))
  return found.filter((one) => one !== undefined)
}

/** A link to a file is one; a link that leads nowhere, or to a folder, is none. */
async function fileAt(path: string): Promise<string | undefined> {
  const found = await stat(path).catch(() => undefined)
  return found?.isFile() ? path : undefined
}

/** In a place of the system's own, a file whose mode keeps other users out is none to their browsers. */
async function closedTo(path: string): Promise<string | undefined> {
  const place = resolve(path)
  if (process.platform === 'win32' || !/^\/(?:etc|usr|opt)\//.test(place)) return undefined
  for (let at = place; at !== '/'; at = dirname(at)) {
    const { mode } = await stat(at)
    const needed = at === place ? 0o4 : 0o1
    if ((mode & needed) === 0) return `${at} has mode ${(mode & 0o777).toString(8).padStart(4, '0')}`
  }
  return undefined
}

/** Beside its place first: whoever is reading the folder meanwhile never meets half a file. */
async function write(path: string, data: Uint8Array, executable: boolean): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const beside = `${path}.new`
  await writeFile(beside, data)
  if (executable) await chmod(beside, 0o755)
  await rename(beside, path)
}

let terminal: Interface | undefined
let answers: AsyncIterator<string> | undefined

/** Lines that come faster than the questions (pasted ones) wait their turn. */
async function ask(question: string): Promise<string> {
  terminal ??= createInterface({ input: process.stdin, output: process.stdout })
  answers ??= terminal[Symbol.asyncIterator]()
  process.stdout.write(question)
  const { done, value } = await answers.next()
  if (done) throw new UsageError('not every question was answered')
  return value
}

/** A line of a terminal that the next one overwrites. */
function progress(text: string): void {
  process.stderr.write(`\r\u001b[2K${text}`)
}

const world: World = {
  readText,
  readBytes,
  list,
  closedTo,
  write,
  remove: (path) => rm(path, { force: true }),
  ...(process.stdin.isTTY ? { ask } : {}),
  out: (text) => process.stdout.write(`${text}\n`),
  error: (text) => process.stderr.write(`${text}\n`),
  ...(process.stderr.isTTY ? { progress } : {}),
  now: () => Date.now(),
}

// Whoever reads the output may stop reading it: `writ check a.json | head -1`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

process.exitCode = await run(process.argv.slice(2), world)
terminal?.close()
