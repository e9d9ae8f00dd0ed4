import fc from 'fast-check'
import { beforeEach, expect, it, vi } from 'vitest'
import { answer, type Handlers } from '../../../extension/background/answer-pages.ts'
import { answerSearchPages } from '../../../extension/background/answer-search-pages.ts'
import { long } from '../../deep/share.ts'
import { fuzz } from './fuzz.ts'

type Listener = (message: unknown, sender: unknown) => Promise<unknown> | undefined

const own = 'chrome-extension://own/'
const heard = vi.hoisted((): { listener?: Listener; explained: string[]; badges: number } => ({
  explained: [],
  badges: 0,
}))

vi.mock('../../../extension/background/on-message.ts', () => ({
  onMessage: { addListener: (one: Listener) => void (heard.listener = one) },
}))
vi.mock('../../../extension/platform/browser.ts', () => ({
  browser: {
    runtime: { id: 'own', getURL: (path: string) => `chrome-extension://own/${path}` },
    action: { setBadgeText: async () => void heard.badges++, setBadgeBackgroundColor: async () => undefined },
  },
}))
vi.mock('../../../extension/background/search-filter.ts', () => ({ keptFilter: async () => undefined }))
vi.mock('../../../extension/platform/words.ts', () => ({ browserWords: () => ({}) }))
vi.mock('../../../extension/background/open-result-pages.ts', () => ({ pathOf: (address: string) => address }))
vi.mock('../../../extension/store/reader.ts', () => ({ readEffective: async () => ({ settings: { scope: 'every' } }) }))
vi.mock('../../../extension/store/explaining.ts', () => ({
  explainUrl: async (url: string) => void heard.explained.push(url),
}))

beforeEach(() => void (heard.listener = undefined as never))

const mostly = <Value>(usual: Value, ...others: Value[]) =>
  fc.oneof({ arbitrary: fc.constant(usual), weight: 4 }, { arbitrary: fc.constantFrom(...others), weight: 1 })

const senders = fc.record({
  id: mostly<string | undefined>('own', 'other', '', undefined),
  url: fc.constantFrom(`${own}options.html`, `${own}popup.html#x`, 'https://www.google.com/search', 'null', undefined),
  tab: mostly<{ id?: number } | undefined>({ id: 7 }, {}, undefined),
  frameId: mostly<number | undefined>(0, 3, undefined),
})

it('requests that change what is enforced are answered to own pages alone', long, async ({ annotate }) => {
  const called: unknown[] = []
  const verbs = ['orders/import', 'orders/remove', 'settings/save', 'leave']
  const handlers = Object.fromEntries(verbs.map((verb) => [verb, async (one: unknown) => void called.push(one)]))
  answer(handlers as unknown as Handlers)
  const verb = fc.constantFrom<unknown>(...verbs, ...verbs, '__proto__', 'constructor', 'toString', 'orders', 7, null)
  const message = fc.oneof(
    { arbitrary: fc.record({ ask: verb, request: fc.jsonValue() }), weight: 4 },
    { arbitrary: fc.jsonValue(), weight: 1 },
  )
  const figures = fuzz(fc.tuple(message, senders), 10_000, { answered: 0.1, refused: 0.3 }, ([one, from]) => {
    const asked = typeof one === 'object' && one !== null && 'ask' in one ? one.ask : undefined
    const fromOwnPage = from.id === 'own' && from.url?.slice(0, own.length) === own
    const before = called.length
    const given = heard.listener!(one, from)
    const answered = verbs.some((known) => known === asked) && fromOwnPage
    expect(given !== undefined).toBe(answered)
    expect(called.length - before).toBe(answered ? 1 : 0)
    return answered ? 'answered' : 'refused'
  })
  await annotate(figures)
})

it(
  'a page asks of a thousand texts, or tells a whole number, and nothing else is heard',
  long,
  async ({ annotate }) => {
    answerSearchPages()
    const some = fc.oneof(
      fc.array(fc.webUrl(), { maxLength: 3 }),
      fc.array(fc.string(), { maxLength: 3 }),
      fc.array(fc.constantFrom<unknown>('a', 1, null, {})),
    )
    const many = fc.constantFrom(...[999, 1000, 1001, 100_000].map((length) => Array<string>(length).fill('a.tv')))
    const whole = fc.constantFrom<unknown>(0, 3, -1, 1.5, '7', NaN, Infinity, 2 ** 53, null)
    const message = fc.oneof(
      fc.record({
        search: fc.constant('confirm'),
        engine: fc.constantFrom<unknown>('google', 'bing', '__proto__', 'constructor', 7),
        urls: fc.oneof({ arbitrary: some, weight: 8 }, { arbitrary: many, weight: 1 }, fc.constantFrom('a', null, {})),
      }),
      fc.record({ search: fc.constant('shown'), results: whole }),
      fc.record({ search: fc.constantFrom<unknown>('hidden', 'other', null) }),
      fc.jsonValue(),
    )
    const figures = fuzz(fc.tuple(message, senders), 3000, { answered: 0.05, refused: 0.3 }, ([one, from]) => {
      const answered =
        from.id === 'own' && from.tab !== undefined && 'id' in from.tab && from.frameId === 0 && isHeard(one)
      expect(heard.listener!(one, from) !== undefined).toBe(answered)
      return answered ? 'answered' : 'refused'
    })
    expect(heard.badges).toBeGreaterThan(0)
    await annotate(figures)
  },
)

function isHeard(message: unknown): boolean {
  const { search, urls, engine, results } = Object(message) as Record<string, unknown>
  if (search === 'shown') return typeof results === 'number' && results % 1 === 0 && Math.abs(results) < 2 ** 53
  if (search !== 'confirm' || (engine !== 'google' && engine !== 'bing') || !Array.isArray(urls)) return false
  return urls.length < 1001 && !urls.some((url) => typeof url !== 'string')
}
