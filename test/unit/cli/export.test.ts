import { describe, expect, it } from 'vitest'
import minimal from '../../fixtures/orders/minimal.json' with { type: 'json' }
import { run } from '../../../src/cli/run.ts'
import { memoryWorld, writ } from './memory-world.ts'

const files = {
  'a.json': minimal,
  'b.json': { ...minimal, id: 'ended-order', targets: ['b.example'], term: { until: '2024-05-31' } },
}
const exported = (...args: string[]) =>
  writ(['export', 'a.json', 'b.json', '--for', 'unbound', '--out', 'out', ...args], files)

describe('writ export', () => {
  it('writes what is in force on the day, and names what is not', async () => {
    const { code, out, written } = await exported('--at', '2024-06-01')
    expect(code).toBe(0)
    expect([...written.keys()]).toEqual(['out/test-order.zone', 'out/unbound.conf', 'out/README.txt'])
    expect(out).toContain('ended-order: not in force then')
  })

  it('takes a day as the court’s', async () => {
    const order = { ...minimal, timeZone: 'Pacific/Auckland', term: { until: '2024-01-15' } }
    const on = async (day: string) =>
      (await writ(['export', 'a.json', '--for', 'hosts', '--out', 'out', '--at', day], { 'a.json': order })).code
    expect([await on('2024-01-15'), await on('2024-01-16')]).toEqual([0, 1])
  })

  it('takes away what an earlier export wrote of an order that has ended, and nothing else', async () => {
    const before = await exported('--at', '2024-05-01')
    expect([...before.written.keys()]).toContain('out/ended-order.zone')
    const there = Object.fromEntries([...before.written].map(([path, data]) => [path, data.toString()]))
    const args = ['export', 'a.json', 'b.json', '--for', 'unbound', '--out', 'out', '--at', '2024-06-01']
    expect((await writ(args, { ...files, ...there, 'out/own.conf': 'mine' })).removed).toEqual(['out/ended-order.zone'])
    const other = 'Court orders for us\n\nFiles\n-----\n../own.conf\n.hidden\n'
    expect((await writ(args, { ...files, 'out/README.txt': other })).removed).toEqual([])
  })

  it('says what the system refused', async () => {
    const { world, said } = memoryWorld(files)
    const refused = Object.assign(new Error("EEXIST: file already exists, mkdir 'out'"), {
      syscall: 'mkdir',
      path: 'out',
    })
    const refusing = { ...world, write: () => Promise.reject(refused) }
    expect(await run(['export', 'a.json', '--for', 'csv', '--out', 'out'], refusing)).toBe(1)
    expect(said().error).toBe("writ: EEXIST: file already exists, mkdir 'out'")
  })

  it('speaks to programs', async () => {
    const { out } = await exported('--at', '2024-06-01', '--json')
    expect(JSON.parse(out)).toMatchObject({
      files: ['test-order.zone', 'unbound.conf', 'README.txt'],
      orders: [{ id: 'test-order', domains: 1, hosts: 0, lastDay: '2030-12-31' }],
      notInForce: ['ended-order'],
    })
  })

  it('writes nothing of a folder in which one document is wrong', async () => {
    const { code, error, written } = await writ(['export', 'a.json', 'b.json', '--for', 'csv', '--out', 'out'], {
      ...files,
      'b.json': '{',
    })
    expect([code, written.size, error]).toEqual([1, 0, expect.stringContaining('b.json: 1 issue')])
  })

  it.each([
    [['--for', 'bind9', '--out', 'out'], 'one of bind, unbound'],
    [['--for', 'bind'], '--out FOLDER'],
    [['--for', 'bind', '--out', 'out', '--contact', 'http://a.example'], '--contact'],
    [['--for', 'bind', '--out', 'out', '--register', 'https://a.example/";'], '--register'],
    [['--for', 'bind', '--out', 'out', '--folder', 'a b'], '--folder'],
  ])('refuses %s', async (args, message) => {
    const { code, error, written } = await writ(['export', 'a.json', ...args], files)
    expect([code, written.size, error]).toEqual([2, 0, expect.stringContaining(message)])
  })
})
