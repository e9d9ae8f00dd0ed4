import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { findProgram } from '../harness/find-program.mjs'
import { askAll, freePort } from './dns.ts'

export interface Started {
  port: number
  /** What it has said so far. */
  said(): string
  /** Has it read its files again. */
  reload(): void
  stop(): Promise<void>
}

interface Where {
  /** The folder of exported files. */
  folder: string
  port: number
  /** The port of whatever it forwards to. */
  upstream: number
}

/** How a resolver is started on this machine alone, over exported files and with its own upstream. */
interface Resolver {
  program: 'named' | 'unbound' | 'pdns_recursor' | 'kresd'
  configuration(where: Where): { file: string; text: string }
  args(where: Where): string[]
  /** What it says once its policy zones are in force, where it answers before that. */
  inForce?: RegExp
}

export const resolvers = {
  bind: {
    program: 'named',
    configuration: ({ folder, port, upstream }) => ({
      file: 'named.conf',
      text: `options {
  directory "${folder}"; pid-file none; session-keyfile none; listen-on-v6 { none; };
  listen-on port ${port} { 127.0.0.1; };
  forwarders { 127.0.0.1 port ${upstream}; }; forward only; dnssec-validation no;
  include "${folder}/response-policy.conf";
};
controls { };
include "${folder}/policy-zones.conf";
`,
    }),
    args: ({ folder }) => ['-g', '-c', join(folder, 'named.conf')],
    inForce: /rpz: .*: reload done: success/,
  },
  unbound: {
    program: 'unbound',
    configuration: ({ folder, port, upstream }) => ({
      file: 'main.conf',
      text: `server:
  interface: 127.0.0.1@${port}
  directory: "${folder}"
  chroot: ""
  username: ""
  pidfile: ""
  use-syslog: no
  do-not-query-localhost: no
  val-permissive-mode: yes
forward-zone:
  name: "."
  forward-addr: 127.0.0.1@${upstream}
include: "${folder}/unbound.conf"
`,
    }),
    args: ({ folder }) => ['-d', '-c', join(folder, 'main.conf')],
  },
  powerdns: {
    program: 'pdns_recursor',
    configuration: ({ folder, port, upstream }) => ({
      file: 'main/recursor.conf',
      text: `local-address=127.0.0.1
local-port=${port}
forward-zones-recurse=.=127.0.0.1:${upstream}
dnssec=off
dont-query=
socket-dir=${folder}
write-pid=no
threads=1
${readFileSync(join(folder, 'recursor.conf'), 'utf8')}`,
    }),
    args: ({ folder }) => [`--config-dir=${join(folder, 'main')}`, '--daemon=no', '--disable-syslog'],
  },
  knot: {
    program: 'kresd',
    configuration: ({ folder, port, upstream }) => ({
      file: 'main.conf',
      text: `net.listen('127.0.0.1', ${port})
cache.size = 10 * MB
trust_anchors.remove('.')
${readFileSync(join(folder, 'kresd.conf'), 'utf8')}
policy.add(policy.all(policy.STUB('127.0.0.1@${upstream}')))
`,
    }),
    args: ({ folder }) => ['-n', '-c', join(folder, 'main.conf'), folder],
  },
} as const satisfies Record<string, Resolver>

export type ResolverName = keyof typeof resolvers

/** Starts a resolver and waits until it answers. */
export async function startResolver(name: ResolverName, folder: string, upstream: number): Promise<Started> {
  const { program, configuration, args, inForce }: Resolver = resolvers[name]
  const where = { folder, port: await freePort(), upstream }
  const { file, text } = configuration(where)
  writeFileSync(join(folder, file), text)
  return startServer(program, args(where), folder, where.port, async (said) => {
    await askAll(where.port, ['ready.writ.example'])
    while (!(inForce?.test(said()) ?? true)) await new Promise((resolve) => setTimeout(resolve, 50))
  })
}

/** Starts a server, and waits until it is ready; a server that ends before fails with what it said. */
export async function startServer(
  program: string,
  args: string[],
  cwd: string,
  port: number,
  ready: (said: () => string) => Promise<void>,
): Promise<Started> {
  const child = spawn(findProgram(program)!, args, { cwd })
  // Whatever becomes of the test, its server does not outlive it.
  onTestFinished(() => stop(child))
  const lines: string[] = []
  child.stdout.on('data', (data) => lines.push(String(data)))
  child.stderr.on('data', (data) => lines.push(String(data)))
  const said = () => lines.join('').slice(-4000)
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`${program} ended with ${code}: ${said()}`)
  })
  ended.catch(() => undefined)
  await Promise.race([ready(said), ended])
  return { port, said, reload: () => void child.kill('SIGHUP'), stop: () => stop(child) }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const exit = once(child, 'exit')
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), 10_000)
  await exit
  clearTimeout(timer)
}
