import { addressOf, ownResultPages } from '../harness/result-pages.mjs'
import { longName } from './orders.mjs'

/**
 * What the pages can look like: a page, the address that it is about, and what must be so in the browser. The real
 * background brings each about.
 *
 * @typedef {object} State
 * @property {string} name
 * @property {'welcome' | 'blocked' | 'popup' | 'options'} page
 * @property {Setting} setting
 * @property {string} [at] the address that the block page or the popup explains; the part of the options page
 * @property {true} [left] the block page is still open on an address that is no longer blocked: `blocked-stale-...`
 * @property {string[]} [press] what is pressed then, one after the other
 * @property {string} [paste] what is put into the first text field before that
 * @property {true} [quick] one of the few that stand for the others
 *
 * @typedef {typeof settings[number]} Setting
 */

/** In the order in which a browser goes through them: see `stage.mjs`. */
export const settings = /** @type {const} */ ([
  'installed',
  'not-in-private-windows',
  'orders',
  'limited',
  'without-access',
  'managed',
  'without-orders',
  'unreadable',
])

/** @param {string} name */
const site = (name) => `http://${name}.example/`

/** Names of the orders of `orders.mjs`, each over a site of its own. */
const resting = ['pending', 'paused', 'suspended', 'lifted', 'name-lifted', 'ended', 'listed', 'delisted']

/** Results of a search, some of which lead to a covered site. */
const results = ownResultPages()
  .filter(({ name }) => name === 'mojeek.web.html')
  .map(addressOf)
  .join('')

/** @type {State[]} */
const unordered = [
  { name: 'welcome', page: 'welcome', setting: 'installed', quick: true },
  { name: 'options-installed', page: 'options', setting: 'installed' },

  {
    name: 'popup-not-in-private-windows',
    page: 'popup',
    setting: 'not-in-private-windows',
    at: site('in-force'),
  },

  { name: 'welcome-applied', page: 'welcome', setting: 'orders' },
  { name: 'blocked-allostreaming', page: 'blocked', setting: 'orders', at: 'http://allostreaming.com/', quick: true },
  { name: 'blocked-in-force', page: 'blocked', setting: 'orders', at: site('in-force') },
  { name: 'blocked-several', page: 'blocked', setting: 'orders', at: site('www.several'), quick: true },
  { name: 'blocked-authority', page: 'blocked', setting: 'orders', at: site('authority') },
  { name: 'blocked-bare', page: 'blocked', setting: 'orders', at: site('bare') },
  { name: 'blocked-beyond-term', page: 'blocked', setting: 'orders', at: site('beyond-term') },
  { name: 'blocked-long-name', page: 'blocked', setting: 'orders', at: `http://${longName}/${'path/'.repeat(60)}?q=1` },
  { name: 'blocked-accented-name', page: 'blocked', setting: 'orders', at: 'http://xn--mnchen-3ya.example/' },
  { name: 'blocked-one-address', page: 'blocked', setting: 'orders', at: `${site('shared')}channel/42` },
  { name: 'blocked-not-covered', page: 'blocked', setting: 'orders', at: site('open'), left: true },
  ...resting.map(
    (name) =>
      /** @type {State} */ ({
        name: `blocked-stale-${name}`,
        page: 'blocked',
        setting: 'orders',
        at: site(name),
        left: true,
      }),
  ),
  { name: 'popup-not-concerned', page: 'popup', setting: 'orders', at: site('open'), quick: true },
  { name: 'popup-browser-page', page: 'popup', setting: 'orders', at: '' },
  { name: 'popup-blocked', page: 'popup', setting: 'orders', at: site('in-force'), quick: true },
  { name: 'popup-results-hidden', page: 'popup', setting: 'orders', at: results, quick: true },
  { name: 'popup-results-shown', page: 'popup', setting: 'installed', at: results },
  { name: 'popup-several', page: 'popup', setting: 'orders', at: site('several') },
  { name: 'popup-bare', page: 'popup', setting: 'orders', at: site('bare') },
  { name: 'popup-beyond-term', page: 'popup', setting: 'orders', at: site('beyond-term'), quick: true },
  { name: 'popup-long-name', page: 'popup', setting: 'orders', at: `http://${longName}/` },
  { name: 'popup-accented-name', page: 'popup', setting: 'orders', at: 'http://xn--mnchen-3ya.example/' },
  { name: 'popup-nearby', page: 'popup', setting: 'orders', at: site('shared') },
  { name: 'popup-held', page: 'popup', setting: 'orders', at: 'https://www.wikipedia.org/' },
  { name: 'popup-one-address', page: 'popup', setting: 'orders', at: `${site('shared')}channel/42` },
  ...resting.map(
    (name) =>
      /** @type {State} */ ({
        name: `popup-${name}`,
        page: 'popup',
        setting: 'orders',
        at: site(name),
      }),
  ),
  { name: 'options', page: 'options', setting: 'orders', quick: true },
  {
    name: 'options-refused',
    page: 'options',
    setting: 'orders',
    at: 'import',
    paste: '{"format": "writ-order/1", "id": "X"}',
    press: ['[data-action=check]'],
    quick: true,
  },
  { name: 'options-orders', page: 'options', setting: 'orders', at: 'orders', quick: true },
  {
    name: 'options-order',
    page: 'options',
    setting: 'orders',
    at: `orders/${encodeURIComponent('user:gallery-in-force')}`,
  },
  { name: 'options-engines', page: 'options', setting: 'orders', at: 'engines' },
  { name: 'options-settings', page: 'options', setting: 'orders', at: 'settings' },
  { name: 'options-register', page: 'options', setting: 'orders', at: 'register' },
  { name: 'options-diagnostics', page: 'options', setting: 'orders', at: 'diagnostics' },

  { name: 'popup-limited', page: 'popup', setting: 'limited', at: site('limited') },
  { name: 'options-limited', page: 'options', setting: 'limited' },

  { name: 'popup-without-access', page: 'popup', setting: 'without-access', at: site('open') },
  { name: 'popup-blocked-without-access', page: 'popup', setting: 'without-access', at: site('in-force') },
  { name: 'welcome-without-access', page: 'welcome', setting: 'without-access' },
  { name: 'options-without-access', page: 'options', setting: 'without-access' },

  { name: 'popup-managed', page: 'popup', setting: 'managed', at: site('by-policy'), quick: true },
  { name: 'blocked-managed', page: 'blocked', setting: 'managed', at: site('by-policy') },
  { name: 'blocked-managed-beyond-term', page: 'blocked', setting: 'managed', at: site('ended') },
  { name: 'options-managed', page: 'options', setting: 'managed', quick: true },
  { name: 'options-managed-part', page: 'options', setting: 'managed', at: 'managed' },
  { name: 'options-managed-settings', page: 'options', setting: 'managed', at: 'settings' },
  { name: 'welcome-managed', page: 'welcome', setting: 'managed' },

  { name: 'popup-without-orders', page: 'popup', setting: 'without-orders', at: site('open') },
  { name: 'welcome-without-orders', page: 'welcome', setting: 'without-orders' },

  { name: 'popup-unreadable', page: 'popup', setting: 'unreadable', at: site('in-force') },
  { name: 'options-unreadable', page: 'options', setting: 'unreadable' },
  { name: 'blocked-unreadable', page: 'blocked', setting: 'unreadable', at: site('in-force'), quick: true },
]

/** Sorted by setting, so that one browser can show them all. */
export const states = unordered.toSorted((a, b) => settings.indexOf(a.setting) - settings.indexOf(b.setting))
