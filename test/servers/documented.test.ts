import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findProgram } from '../harness/find-program.mjs'

/** Configurations that the documentation shows, by the program that they are for. */
function shown(program: string): { file: string; text: string }[] {
  return ['docs/feed.md', 'docs/export.md'].flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/^```(\w+)\n([\s\S]*?)^```$/gm)]
      .filter(([, language]) => language === program)
      .map(([, , text]) => ({ file, text: text! })),
  )
}

const checks = {
  nginx: {
    whole: (text: string, folder: string) => `pid ${folder}/pid; error_log stderr; events { }\nhttp {\n${text}}\n`,
    args: (path: string) => ['-t', '-c', path],
  },
  caddy: {
    whole: (text: string) => text,
    args: (path: string) => ['validate', '--adapter', 'caddyfile', '--config', path],
  },
}

describe.each(Object.keys(checks) as (keyof typeof checks)[])('%s', (program) => {
  it('is shown', () => expect(shown(program).length).toBeGreaterThan(0))

  it.runIf(findProgram(program) !== undefined).each(shown(program))('takes what $file shows', ({ text }) => {
    const folder = mkdtempSync(join(tmpdir(), 'writ-shown-'))
    const path = join(folder, 'config')
    writeFileSync(path, checks[program].whole(text, folder))
    const { status, stderr } = spawnSync(findProgram(program)!, checks[program].args(path), {
      encoding: 'utf8',
      cwd: folder,
    })
    expect([status, stderr]).toEqual([0, expect.anything()])
    rmSync(folder, { recursive: true })
  })
})
