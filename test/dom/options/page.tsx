import { render } from 'preact'
import { act } from 'preact/test-utils'
import { judgeList } from '../../../extension/background/judge-list.ts'
import english from '../../../public/_locales/en/messages.json' with { type: 'json' }
import type { Known, Writ } from '../../../extension/pages/options/props.ts'
// Loaded when it is used: here at once, so that no test has to wait for a file.
import '../../../extension/pages/options/views/import/import.tsx'
import { Options } from '../../../extension/pages/options/options.tsx'
import { WordsContext } from '../../../extension/pages/options/use-words.ts'
import { enforcedOrder } from '../../../src/enforcement/enforced.ts'
import { parseQuery } from '../../../src/names/query.ts'
import { chunksOf } from '../../../src/names/chunks.ts'
import { explain } from '../../../src/standing/explain.ts'
import { find } from '../../../src/names/find.ts'
import { memoryLibrary } from '../../../src/standing/memory-library.ts'
import { recordKey, type OrderRecord, type Provenance } from '../../../src/standing/record.ts'
import { matchesIn } from '../../../src/names/search-targets.ts'
import type { Choice } from '../../../src/standing/application.ts'
import { here } from '../../../src/standing/here.ts'
import { sharedEffects } from '../../../src/order/targets/effects.ts'
import { failed } from '../../../src/order/issue.ts'
import type { Order } from '../../../src/order/order.ts'
import { parseOrder } from '../../../src/order/reading/parse.ts'
import { placedTargets } from '../../../src/order/targets/placed.ts'
import { defaults, type Settings } from '../../../src/policy/settings.ts'
import { readUserSettings } from '../../../src/policy/user-settings.ts'
import { messageOf, wordsOf } from '../../../src/words/words.ts'
import minimal from '../../fixtures/orders/minimal.json' with { type: 'json' }

export const words = wordsOf('en', messageOf(english))
export const now = Date.parse('2020-06-01T12:00:00Z')

export function orderOf(values: object): Order {
  const parsed = parseOrder({ ...minimal, ...values })
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.issues))
  return parsed.value
}

/** As the background does, in one part. */
const judgeByBackground: Writ['judgeLists'] = async (files, reading) => {
  const parts = files.map(({ name, entries }) => ({
    entries: [...entries],
    ...(files.length > 1 ? { file: name } : {}),
  }))
  const answers = parts.map((one, part) =>
    judgeList({ ...reading, ...one, list: 'list', part, last: part === parts.length - 1 }),
  )
  return answers.at(-1)!
}

export interface Given {
  values: object
  provenance?: Provenance
  choice?: Choice
  locked?: boolean
}

/** The page over these orders: what it knows, and a store in memory that stands for the extension's. */
export function pageOver(values: readonly Given[], settings: Partial<Settings> = {}) {
  const given = values.map(({ values, provenance = 'user', ...rest }) => ({
    order: orderOf(values),
    provenance,
    ...rest,
  }))
  const library = memoryLibrary(given, now)
  const choices = Object.fromEntries(given.map(({ order, choice = 'apply' }) => [order.id, choice]))
  const effective = {
    settings: { ...defaults, choices, ...settings },
    locked: [],
    lockedChoices: given.filter(({ locked }) => locked).map(({ order }) => order.id),
    feeds: [],
    managed: false,
    issues: [],
  }
  const kept = given.map(({ order, provenance }) => library.records.get(recordKey(provenance, order.id))!)
  const orders = kept.map((record) => here(record, effective, now))
  const orderBy = (record: OrderRecord) => given.find(({ order }) => order.id === record.order.id)!.order
  const calls: [string, unknown][] = []
  const called = (name: string, value: unknown) => void calls.push([name, value])
  const writ: Writ = {
    async targetsOf(record, from, count) {
      return [...placedTargets(orderBy(record))].slice(from, from + count)
    },
    async *searchTargets(record, needle) {
      const shared = sharedEffects(record.order)
      const chunks = [...chunksOf(placedTargets(orderBy(record)), shared)]
      for (const [number, chunk] of chunks.entries())
        yield { found: matchesIn(chunk, number, shared, needle), share: (number + 1) / chunks.length }
    },
    documentOf: async (record) => `the text of ${record.order.id}`,
    removedOrders: async () => [],
    register: async () => [],
    judgeLists: judgeByBackground,
    checkOrder: async () => ({ issues: [], warnings: [] }),
    importOrders: async (texts) => {
      called('import', texts)
      return { ok: true, value: { ids: texts.map((_, at) => `added-${at}`) }, warnings: [] }
    },
    async covering(text) {
      const question = parseQuery(text)
      if (!question) return new Map()
      const { orders: found } = explain(question, find(question, library.index), library.records, { effective, now })
      return new Map(found.map(({ record, entry }) => [record.key, entry]))
    },
    managedValues: async () => ({}),
    choose: async (id, choice) => called('choose', [id, choice]),
    remove: async (record) => called('remove', record.key),
    restore: async (record) => called('restore', record.key),
    save: async (patch) => {
      called('save', patch)
      return readUserSettings(patch, known.state.effective.locked).issues
    },
    allowWebsites: async () => called('allow', undefined),
    reconcile: async () => called('reconcile', undefined),
    feeds: {
      preview: async (text) => {
        called('preview', text)
        return {
          ok: true,
          value: {
            root: 'ab'.repeat(32),
            expires: now,
            orders: [{ id: 'an-order', version: 3 }],
            source: `${text} root`,
          },
          warnings: [],
        }
      },
      async follow(source) {
        called('follow', source)
        return failed([{ code: 'feed-known', path: '', message: 'is followed already' }])
      },
      unfollow: async (root) => called('unfollow', root),
      update: async (root) => called('update', root),
      release: async (root, id, version) => called('release', [root, id, version]),
    },
    copy: async (text) => called('copy', text),
    download: (name, type, text) => called('download', [name, type, text]),
  }
  const known: Known = {
    now,
    state: {
      enforced: {
        fingerprint: 'abc',
        at: now,
        orders: orders.filter(({ applied }) => applied).map(enforcedOrder),
        domains: 16,
        urls: 0,
        rules: 3,
        limitations: [],
        watch: { committed: [], moved: [] },
      },
      effective,
      access: true,
      privateWindows: true,
    },
    orders,
    feeds: [],
    reconciliations: { at: now, failures: [] },
    environment: { version: '1.2.3', browser: 'A browser', language: 'en', permissions: ['storage'] },
    capabilities: { dynamicRules: 30_000, dottedNames: 0, resourceTypes: [] },
    privacyControl: false,
    rulesHeld: true,
    failure: '',
    revision: 1,
  }
  return { known, writ, calls }
}

let page: HTMLElement | undefined

/** Shows the part that `hash` names, all that it reads for itself included. */
export async function show(hash: string, known: Known, writ: Writ): Promise<HTMLElement> {
  if (page) render(null, page)
  page?.remove()
  page = document.createElement('main')
  document.body.append(page)
  location.hash = hash
  await update(known, writ)
  return page
}

/** Shows what is known now, as after a change elsewhere. */
export async function update(known: Known, writ: Writ): Promise<void> {
  const options = <Options known={known} writ={writ} />
  await after(() => render(<WordsContext.Provider value={words}>{options}</WordsContext.Provider>, page!))
}

/** Does something to the page, and waits until nothing follows from it any more. */
export async function after(doing: () => void): Promise<void> {
  await act(async () => doing())
  for (let before = '', quiet = 0, round = 0; quiet < 3 && round < 200; round++) {
    await act(() => new Promise((done) => setTimeout(done, 5)))
    quiet = page!.innerHTML === before ? quiet + 1 : 0
    before = page!.innerHTML
  }
}

export async function type(field: HTMLInputElement | HTMLTextAreaElement, text: string): Promise<void> {
  await after(() => {
    field.value = text
    field.dispatchEvent(new Event('input', { bubbles: true }))
  })
}

export async function pick(field: HTMLSelectElement, value: string): Promise<void> {
  await after(() => {
    field.value = value
    field.dispatchEvent(new Event('change', { bubbles: true }))
  })
}

export async function click(element: Element | null | undefined): Promise<void> {
  if (!(element instanceof HTMLElement)) throw new Error('there is nothing to click')
  await after(() => element.click())
}
