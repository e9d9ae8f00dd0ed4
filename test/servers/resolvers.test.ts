import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { namesOf } from '../bench/names.mjs'
import { deep, long } from '../deep/share.ts'
import { findProgram } from '../harness/find-program.mjs'
import { askAll, startUpstream, type Upstream } from './dns.ts'
import { alloStreamingWith, exportedFolder, inTerm } from './exported.ts'
import { blocking, questionsOver } from './questions.ts'
import { resolvers, startResolver, type ResolverName } from './resolvers.ts'

const said = { organization: 'Example “ISP”', contacts: ['mailto:abuse@isp.example'] }
/** Unbound would fetch its zones from there. */
const register = (name: ResolverName) => (name === 'unbound' ? {} : { register: 'https://register.example/' })

/** Extended error 16, where the server gives one, and where its text stands. */
const errors: Partial<Record<ResolverName, 'in-option' | 'in-record'>> = { powerdns: 'in-option', knot: 'in-record' }

const structured = {
  j: 'Tribunal de grande instance de Paris, 2013-11-28, RG 11/60013',
  o: 'Example “ISP”',
  l: 'fr',
  c: ['https://register.example/orders/fr-tgi-paris-11-60013/', 'mailto:abuse@isp.example'],
  fdbs: [{ db: 'lumen', id: '12345' }],
}

let upstream: Upstream
beforeAll(async () => void (upstream = await startUpstream()))
afterAll(() => upstream.close())

/** Names that a server answers otherwise than the matcher, of all that it is asked for. */
async function differences(
  name: ResolverName,
  { order, domains, hosts, lifted }: ReturnType<typeof alloStreamingWith>,
) {
  const { folder, remove } = exportedFolder(order, name, { ...said, ...register(name) })
  const server = await startResolver(name, folder, upstream.port)
  const questions = questionsOver(domains, hosts, lifted)
  const isBlocked = blocking(order, inTerm)
  const found: string[] = []
  const blocked: Record<string, number> = {}
  for (const [kind, names] of Object.entries(questions)) {
    const answers = await askAll(server.port, names)
    blocked[kind] = names.filter(isBlocked).length
    for (const [host, { rcode, addresses }] of answers) {
      const got =
        rcode === 'NXDOMAIN' ? 'blocked' : rcode === 'NOERROR' && addresses[0] === '192.0.2.1' ? 'open' : rcode
      if (got !== (isBlocked(host) ? 'blocked' : 'open')) found.push(`${kind}: ${host}: ${got}`)
    }
  }
  const [answer] = (await askAll(server.port, [domains[0]!])).values()
  await server.stop()
  remove()
  return { found, blocked, answer: answer! }
}

describe.each(Object.keys(resolvers) as ResolverName[])('%s', (name) => {
  const isThere = findProgram(resolvers[name].program) !== undefined

  it.runIf(isThere)('answers as the matcher does, by the AlloStreaming order', async () => {
    const { found, blocked, answer } = await differences(name, alloStreamingWith())
    expect(blocked).toEqual({ covered: 200, below: 200, 'look-alike': 0, exact: 50, lifted: 0, uncovered: 0 })
    expect(found).toEqual([])
    expect(answer.error?.code).toBe(errors[name] && 16)
    if (errors[name] === 'in-option') expect(JSON.parse(answer.error!.text)).toEqual(structured)
    if (errors[name] === 'in-record') expect(answer.texts.map((text) => JSON.parse(text))).toEqual([structured])
  })

  const sizes = name === 'knot' ? [100_000, 1_000_000] : [1_000_000]
  it.runIf(isThere && deep).for(sizes)('answers as the matcher does, by %i names', long, async (size, { annotate }) => {
    const start = performance.now()
    const { found } = await differences(name, alloStreamingWith(namesOf(size)))
    await annotate(
      `${size} names: ${found.length} differences, ${Math.round((performance.now() - start) / 1000)} s in all`,
    )
    expect(found.slice(0, 20)).toEqual([])
  })
})
