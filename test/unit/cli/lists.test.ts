import { describe, expect, it } from 'vitest'
import minimal from '../../fixtures/orders/minimal.json' with { type: 'json' }
import { writ } from './memory-world.ts'

const order = { ...minimal, version: 3, targets: ['dpstream.tv'] }

/** The document that a command has written. */
function written({ written: files }: Awaited<ReturnType<typeof writ>>, file = 'order.json') {
  return JSON.parse(files.get(file)!.toString()) as { version: number; targets: unknown[] }
}

describe('writ import', () => {
  it('adds what is new, with its version one higher, and says what became of the rest', async () => {
    const files = {
      'order.json': order,
      'a.txt': 'a.tv\nwww.dpstream.tv\ndpstream.tv\ncom\nhttps://b.tv/x\nа.tv.ru\naб.ru\n',
    }
    const done = await writ(['import', 'a.txt', '--into', 'order.json', '--json'], files)
    expect(done.code).toBe(0)
    const report = JSON.parse(done.out)
    const counts = { taken: 3, duplicate: 1, covered: 1, lifted: 0, refused: 1, held: 1, other: 0 }
    expect(report).toMatchObject({ format: 'plain', encoding: 'utf-8', entries: 7, counts })
    expect(report.items.map(({ line, class: kind }: { line: number; class: string }) => [line, kind])).toEqual([
      [2, 'covered'],
      [3, 'duplicate'],
      [4, 'refused'],
      [7, 'held'],
    ])
    expect(written(done)).toEqual({
      ...order,
      version: 4,
      targets: ['dpstream.tv', 'a.tv', { url: 'https://b.tv/x' }, 'xn--80a.tv.ru'],
    })
    const checked = await writ(['check', 'order.json'], { 'order.json': written(done) })
    expect(checked.out).toBe('order.json: valid')
  })

  it('says the same and writes nothing when it is a rehearsal', async () => {
    const done = await writ(['import', 'a.txt', '--into', 'order.json', '--dry-run'], {
      'order.json': order,
      'a.txt': 'a.tv',
    })
    expect([done.code, done.written.size]).toEqual([0, 0])
  })

  it('lifts what the order lists and the register has struck out', async () => {
    const csv = 'domain,added,deleted\ndpstream.tv,2020-01-01,2022-02-02\na.tv,2021-01-01,\n'
    const done = await writ(['import', 'a.csv', '--into', 'order.json'], { 'order.json': order, 'a.csv': csv })
    expect(written(done).targets).toEqual([
      { domain: 'dpstream.tv', liftedOn: '2022-02-02' },
      { domain: 'a.tv', addedOn: '2021-01-01' },
    ])
    const again = await writ(['import', 'a.csv', '--into', 'order.json'], { 'order.json': written(done), 'a.csv': csv })
    expect(written(again).targets).toEqual(written(done).targets)
  })

  it('takes what is held by choice alone', async () => {
    const files = { 'order.json': order, 'a.txt': 'Le site a.tv est à bloquer, comme le dit le jugement\n' }
    const held = await writ(['import', 'a.txt', '--format', 'text', '--into', 'order.json'], files)
    expect([held.code, held.written.size]).toEqual([1, 0])
    const taken = await writ(['import', 'a.txt', '--format', 'text', '--into', 'order.json', '--accept'], files)
    expect([taken.code, written(taken).targets]).toEqual([0, ['dpstream.tv', 'a.tv']])
  })

  it('holds names that many people need, until they are accepted', async () => {
    const files = { 'order.json': order, 'a.txt': 'youtube.com\na.tv\n' }
    const held = await writ(['import', 'a.txt', '--into', 'order.json', '--json'], files)
    expect(JSON.parse(held.out)).toMatchObject({ counts: { taken: 1, held: 1 }, items: [{ value: 'youtube.com' }] })
    const accepted = await writ(['import', 'a.txt', '--into', 'order.json', '--accept'], files)
    expect(written(accepted).targets).toEqual(['dpstream.tv', 'youtube.com', 'a.tv'])
  })

  it('holds a new list that is far from the one before', async () => {
    const names = (count: number) => Array.from({ length: count }, (_, at) => `site-${at}.tv`)
    const files = (count: number) => ({
      'order.json': { ...order, targets: names(100) },
      'a.txt': names(count).join('\n'),
    })
    const replace = ['import', 'a.txt', '--into', 'order.json', '--replace']
    expect(written(await writ(replace, files(110))).targets).toHaveLength(110)
    expect(written(await writ(replace, files(90))).targets).toHaveLength(90)
    for (const count of [20, 190]) {
      const held = await writ(replace, files(count))
      expect([held.code, held.written.size, held.out]).toEqual([1, 0, expect.stringContaining('[held-change]')])
    }
    expect(written(await writ([...replace, '--accept'], files(20))).targets).toHaveLength(20)
  })

  it('fills a draft that has no names yet', async () => {
    const done = await writ(['import', 'a.txt', '--into', 'order.json'], {
      'order.json': { ...order, targets: [] },
      'a.txt': 'a.tv',
    })
    expect(written(done).targets).toEqual(['a.tv'])
  })

  it('joins several files, and says in which an entry stands', async () => {
    const files = { 'a.txt': 'www.a.tv\nb.tv\n', 'b.txt': 'a.tv\nb.tv\n' }
    const { out } = await writ(['import', 'a.txt', 'b.txt', '--json'], files)
    expect(JSON.parse(out).items).toMatchObject([
      { file: 'b.txt', line: 2, class: 'duplicate' },
      { file: 'a.txt', line: 1, class: 'covered' },
    ])
  })

  it.each([
    ['a file that is not there', ['import', 'b.txt', '--into', 'order.json'], 1, 'cannot be read'],
    ['an order that is none', ['import', 'a.txt', '--into', 'a.txt'], 1, 'is not JSON'],
    ['measures with targets of their own', ['import', 'a.txt', '--into', 'own.json'], 1, 'measures-with-targets'],
    ['an unknown format', ['import', 'a.txt', '--format', 'docx'], 2, '--format is one of'],
    ['an unknown register', ['import', 'a.txt', '--profile', 'xx'], 2, '--profile is one of'],
    ['an encoding that is none', ['import', 'a.txt', '--encoding', 'xx'], 1, 'is no encoding'],
    ['columns without a name', ['import', 'a.txt', '--columns', 'added=2'], 2, 'names neither name'],
  ])('refuses %s', async (_, args, code, says) => {
    const own = { ...order, measures: [{ ...order.measures[0], targets: ['a.tv'] }] }
    const done = await writ(args, { 'order.json': order, 'own.json': own, 'a.txt': 'a.tv' })
    expect([done.code, done.written.size, done.error]).toEqual([code, 0, expect.stringContaining(says)])
  })
})

describe('writ new', () => {
  const facts = {
    id: 'new-order',
    title: 'T',
    language: 'en',
    jurisdiction: 'FR',
    court: 'C',
    date: '2020-01-31',
    source: 'https://a.example/',
  }
  const flags = Object.entries(facts).flatMap(([field, value]) => [`--${field}`, value])

  it('writes a document that passes check', async () => {
    const done = await writ(['new', ...flags, '--targets', 'a.txt'], { 'a.txt': 'a.tv\nwww.a.tv\nb.tv' })
    expect([done.code, done.error]).toEqual([0, ''])
    expect(written(done, 'new-order.json').targets).toEqual(['a.tv', 'b.tv'])
    const { out } = await writ(['check', 'a.json'], { 'a.json': written(done, 'new-order.json') })
    // Nobody has said when it ends.
    expect(out).toMatch(/^a\.json: valid\n  warning: term: has no end[^\n]*$/)
  })

  it('asks for what it was not told', async () => {
    const answers = [
      'new-order',
      'T',
      'en',
      'FR',
      'C',
      '2020-01-31',
      '',
      '',
      '',
      '',
      'https://a.example/',
      '2030-01-01',
      'a.tv b.tv',
    ]
    const done = await writ(['new'], {}, answers)
    expect([done.code, done.error]).toEqual([0, ''])
    expect(written(done, 'new-order.json')).toMatchObject({ term: { until: '2030-01-01' }, targets: ['a.tv', 'b.tv'] })
  })

  it('overwrites nothing, and says what is missing or wrong', async () => {
    const there = await writ(['new', ...flags, '--targets', 'a.txt'], { 'a.txt': 'a.tv', 'new-order.json': '{}' })
    expect([there.code, there.written.size, there.error]).toEqual([1, 0, expect.stringContaining('[exists]')])
    expect((await writ(['new', '--id', 'x', '--targets', 'a.txt'], { 'a.txt': 'a.tv' })).error).toContain('--title')
    const wrong = await writ(['new', ...flags, '--date', 'soon', '--targets', 'a.txt'], { 'a.txt': 'a.tv' })
    expect([wrong.code, wrong.error]).toEqual([1, expect.stringContaining('decisions[0].date')])
  })
})

describe('writ diff', () => {
  it('says what was added, lifted and left out, and which facts changed', async () => {
    const files = {
      'a.json': { ...order, targets: ['a.tv', 'b.tv', 'c.tv'] },
      'b.json': {
        ...order,
        version: 4,
        title: 'Other',
        targets: ['a.tv', { domain: 'b.tv', liftedOn: '2022-01-01' }, 'd.tv'],
      },
    }
    const { out } = await writ(['diff', 'a.json', 'b.json', '--json'], files)
    expect(JSON.parse(out)).toEqual({
      added: ['d.tv'],
      removed: ['c.tv'],
      lifted: ['b.tv'],
      changed: [
        { path: 'version', before: 3, after: 4 },
        { path: 'title', before: 'A test order', after: 'Other' },
      ],
    })
    const spoken = await writ(['diff', 'a.json', 'b.json'], files)
    expect(spoken.out).toContain('1 added, 1 lifted, 1 no longer listed, of 3, 100 %')
    expect((await writ(['diff', 'a.json', 'a.json'], files)).out).toBe('nothing has changed')
  })

  it('compares lists', async () => {
    const { out } = await writ(['diff', 'a.txt', 'b.hosts', '--json'], {
      'a.txt': 'a.tv\nb.tv',
      'b.hosts': '0.0.0.0 b.tv\n0.0.0.0 c.tv',
    })
    expect(JSON.parse(out)).toMatchObject({ added: ['c.tv'], removed: ['a.tv'] })
  })
})

describe('writ status', () => {
  it('says the state, since when, what comes next, and all of it in time', async () => {
    const files = { 'orders/a.json': { ...order, term: { until: '2030-12-31' } }, 'orders/notes.txt': 'x' }
    const { code, out } = await writ(['status', '--at', '2021-01-01', 'orders', '--json'], files)
    expect([code, JSON.parse(out).orders]).toMatchObject([
      0,
      [
        {
          id: 'test-order',
          status: 'in-force',
          since: '2020-01-31',
          next: { on: '2031-01-01', status: 'ended' },
          targets: 1,
        },
      ],
    ])
    expect((await writ(['status', 'orders'], files)).out).toContain('pending > 2020-01-31 in-force > 2031-01-01 ended')
  })
})

describe('writ supplement', () => {
  it('drafts an application for the names that the order does not cover', async () => {
    const files = { 'order.json': order, 'a.txt': 'new.tv\nwww.dpstream.tv\n' }
    const { code, out } = await writ(['supplement', 'order.json', 'a.txt'], files)
    expect(code).toBe(0)
    for (const part of [
      '# Application to add 1 names',
      '### 1. `new.tv`',
      '- Court: A court',
      'covered by dpstream.tv',
    ])
      expect(out).toContain(part)
  })
})

describe('writ check and explain', () => {
  it('check every document of a folder', async () => {
    const { code, out } = await writ(['check', 'orders'], {
      'orders/b.json': order,
      'orders/a.json': '{',
      'orders/c.txt': '',
    })
    expect([code, out]).toEqual([1, expect.stringMatching(/^orders\/a.json: 1 issue[^]*orders\/b.json: valid$/)])
  })

  it('take a name with a port, and one with a path', async () => {
    const targets = [{ host: 'a.tv:8443' }, { host: 'b.tv:80' }, { url: 'https://c.tv/films' }]
    const asked = async (address: string) =>
      (await writ(['explain', address, 'a.json'], { 'a.json': { ...order, targets } })).out
    for (const address of ['a.tv:8443', 'b.tv:80', 'c.tv/films/1', 'c.tv/films?x'])
      expect(await asked(address)).toContain('is blocked under a court order')
    for (const address of ['a.tv:8444', 'a.tv', 'b.tv:443', 'c.tv/filmstar'])
      expect(await asked(address)).not.toContain('is blocked under a court order')
  })
})

describe('the command line', () => {
  it('has help and examples for every command', async () => {
    const { out } = await writ(['--help'])
    const names = [...out.matchAll(/^writ (\S+)/gm)].map(([, name]) => name!).filter((name) => name !== 'COMMAND')
    expect(names.length).toBeGreaterThan(16)
    for (const name of new Set(names)) {
      const help = await writ([name, '--help'])
      expect([help.code, help.out]).toEqual([0, expect.stringMatching(/Usage: writ[^]*Examples:\n {2}\S/)])
    }
  })

  it('says what a misspelt command was to be', async () => {
    expect((await writ(['improt', 'a.txt'])).error).toContain('Did you mean import?')
    expect((await writ(['check', 'a.json', '--jsno'])).error).toContain('Did you mean --json?')
  })

  it.each(['bash', 'zsh', 'fish'])('completes itself in %s', async (shell) => {
    const { code, out } = await writ(['completion', shell])
    expect(code).toBe(0)
    for (const word of ['import', 'supplement', 'dry-run']) expect(out).toContain(word)
  })
})
