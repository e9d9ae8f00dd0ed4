import type { Page } from 'puppeteer-core'
import { beforeAll, expect, it } from 'vitest'
import minimal from '../fixtures/orders/minimal.json' with { type: 'json' }
import { ask } from '../harness/ask.mjs'
import { inBrowsers } from '../harness/in-browsers.ts'
import { closeTab, visit } from '../harness/launch.mjs'
import { noticeOn, type Said } from '../harness/notice.ts'
import { importOrders, orderText } from '../harness/orders.mjs'
import { addressOf, serveResultPages } from '../harness/result-pages.mjs'

const [decision] = minimal.decisions

function order(id: string, kind: string, values: object = {}): string {
  return orderText({
    id,
    title: `Title of ${id}`,
    decisions: [{ ...decision, kind, court: `Author of ${id}`, docket: 'RG 20/1' }],
    targets: [`${id}.example`, `more-${id}.example`],
    measures: [{ kind: 'delist', addressees: ['Google'] }],
    ...values,
  })
}

const orders = [
  order('court', 'judgment'),
  order('authority', 'administrative', {
    decisions: [{ ...decision, kind: 'administrative', court: 'Author of authority', ecli: 'ECLI:FR:AUT:2020:1' }],
    measures: [{ kind: 'delist', addressees: ['Bing'] }],
  }),
  order('agreement', 'agreement'),
  order('beyond', 'judgment', { term: { until: '2020-03-01' } }),
]

/** What the page's author may have important: the notice is read all the same, and stays what it is. */
const hostile = `div:not(#rso, #rso *), section, button, ul, span { display: none !important; opacity: 0 !important; font-size: 99px !important }`

/** A result page with a result for each of these hosts, and one that nothing covers. */
function pageOf(name: string, hosts: string[], style = '') {
  const results = [...hosts, 'open.example'].map(
    (host) => `<div class="MjjYud"><a href="https://${host}/page"><h3>${host}</h3></a><p>words</p></div>`,
  )
  return {
    name,
    engine: 'google',
    url: 'https://www.google.fr/search?q=words',
    body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>${name}</title><style>${style}</style>
<body><main><div id="rso">${results.join('')}</div></main></body></html>`,
  }
}

const hiding: [what: string, hosts: string[], status: string][] = [
  [
    'a court',
    ['court.example', 'more-court.example'],
    'Writ has hidden 2 results in this browser, under a court order.',
  ],
  ['an authority', ['authority.example'], 'Writ has hidden 1 result in this browser, under an authority’s order.'],
  ['an agreement', ['agreement.example'], 'Writ has hidden 1 result in this browser, under an agreement.'],
  [
    'an order beyond its term',
    ['beyond.example'],
    'Writ has hidden 1 result, as this browser is set to, under an order that has expired.',
  ],
  [
    'a court and an authority',
    ['court.example', 'authority.example'],
    'Writ has hidden 2 results in this browser, under several orders.',
  ],
  [
    'one beyond its term among them',
    ['court.example', 'beyond.example'],
    'Writ has hidden 2 results in this browser, under several orders.',
  ],
]

const plain = pageOf('plain', ['court.example', 'authority.example', 'beyond.example'])
const dressed = pageOf('dressed', ['court.example'], hostile)
const pages = [...hiding.map(([what, hosts]) => pageOf(what, hosts)), plain, dressed]

inBrowsers('the notice, in %s,', {}, ({ internet, writ }) => {
  beforeAll(async () => {
    serveResultPages(internet, pages)
    await importOrders(writ, orders)
    await ask(writ, 'orders/choose', { id: 'beyond', choice: 'apply-beyond-term' })
  })

  async function on(page: (typeof pages)[number]): Promise<{ tab: Page; said: () => Promise<Said | undefined> }> {
    const tab = await writ.browser.newPage()
    await visit(tab, addressOf(page))
    const said = () => noticeOn(writ, tab)
    await expect.poll(async () => (await said())?.status ?? '').not.toBe('')
    return { tab, said }
  }

  it.each(hiding)('says on what the results of %s are hidden', async (what, _hosts, status) => {
    const { tab, said } = await on(pages.find((page) => page.name === what)!)
    expect((await said())?.status).toBe(status)
    await closeTab(tab)
  })

  it('opens the orders by keyboard: what they are, who decided, and by whose choice they are applied here', async () => {
    const { tab, said } = await on(plain)
    expect(await said()).toMatchObject({ label: 'Writ', button: 'Why?', expanded: 'false', orders: [] })
    await tab.bringToFront()
    await tab.keyboard.press('Tab')
    expect(await tab.evaluate(() => document.activeElement?.getAttribute('data-writ'))).toBe('notice')
    await tab.keyboard.press('Enter')
    const identity = 'January 31, 2020, RG 20/1'
    const basis = 'An article · until December 31, 2030'
    const addressed = 'The order was addressed to this search engine.'
    const others =
      'The order was not addressed to this search engine: Writ hides its results here all the same, as this browser is set to do.'
    const beyond = 'The order expired (March 1, 2020). Writ still applies it here because of a setting in this browser.'
    await expect.poll(said).toMatchObject({
      expanded: 'true',
      orders: [
        ['Title of court', ' (1 result)', `Author of court, ${identity}`, basis, addressed],
        [
          'Title of authority',
          ' (1 result)',
          'Author of authority, January 31, 2020, ECLI:FR:AUT:2020:1',
          basis,
          others,
        ],
        [
          'Title of beyond',
          ' (1 result)',
          `Author of beyond, ${identity}`,
          'An article · until March 1, 2020',
          addressed,
          beyond,
        ],
      ],
    })
    await tab.keyboard.press('Enter')
    await expect.poll(said).toMatchObject({ expanded: 'false', orders: [] })
    await closeTab(tab)
  })

  it('never names what it hides', async () => {
    const { tab, said } = await on(plain)
    await tab.bringToFront()
    await tab.keyboard.press('Tab')
    await tab.keyboard.press('Enter')
    await expect.poll(async () => (await said())?.orders.length).toBe(3)
    expect(JSON.stringify(await said())).not.toContain('.example')
    await closeTab(tab)
  })

  it('is closed to the page’s scripts, and no style of the page reaches it', async () => {
    const { tab: calm } = await on(pages.find((page) => page.name === 'a court')!)
    const { tab } = await on(dressed)
    const look = () => {
      const notice = document.querySelector('[data-writ=notice]')!
      const { display, opacity, fontSize } = getComputedStyle(notice)
      const { width, height } = notice.getBoundingClientRect()
      return { display, opacity, fontSize, width, height, within: notice.shadowRoot }
    }
    const seen = await tab.evaluate(look)
    expect(seen).toMatchObject({ display: 'block', opacity: '1', within: null })
    expect(seen.height).toBeGreaterThan(20)
    expect(seen).toEqual(await calm.evaluate(look))
    await closeTab(tab)
    await closeTab(calm)
  })
})
