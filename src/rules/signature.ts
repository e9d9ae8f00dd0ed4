import type { BlockedTargets } from './blocked.ts'
import { compile, type CompileOptions } from './compile.ts'

/** Something of each kind of which the compiler makes rules, or makes none. */
const example: BlockedTargets = {
  order: 'example',
  domains: ['a.example', 'b.example'],
  hosts: ['d.example', 'www.d.example:80', `${'l.'.repeat(40)}example`],
  urls: [
    'https://c.example/films',
    'https://c.example/caf%C3%A9/',
    'https://c.example/x*y',
    'https://c.example/?x^y',
    'https://c.example/?x|y',
    'https://c.example/?x|',
  ],
  ips: 1,
}

/**
 * A signature of the compiler: its output for a fixed example. It changes whenever the compiler, the capabilities or
 * the page do. A browser keeps its rules over an update of the extension, so orders and settings alone would not show
 * that the rules it holds are those of an earlier version.
 */
export function ruleShape(options: Pick<CompileOptions, 'page' | 'capabilities'>): string {
  const compiled = compile([example], { ...options, open: new Set(['open.a.example']), fingerprint: 'example' })
  return JSON.stringify([compiled, options.capabilities])
}
