// What the pages share is in its script.
import '../main.ts'
import { render, type ComponentChild } from 'preact'
import { reasonOf, type Issue } from '../../../src/order/issue.ts'
import { capabilities } from '../../../src/rules/capabilities.ts'
import { browser, build } from '../../platform/browser.ts'
import { database } from '../../store/database.ts'
import { readState } from '../../store/state.ts'
import { environment } from '../../platform/environment.ts'
import { explainUrl } from '../../store/explaining.ts'
import { heldFingerprint } from '../../platform/held-fingerprint.ts'
import { listFeeds } from '../../store/list-feeds.ts'
import { judgeLists } from '../../store/lists.ts'
import * as orderLibrary from '../../store/orders.ts'
import { ask } from '../../messages/requests.ts'
import { reconciliations } from '../../store/items.ts'
import {
  chooseOrder,
  listOrders,
  requestAccess,
  requestPrivacyControl,
  saveSettings,
  state,
} from '../../store/overview.ts'
import { dress } from '../adopt-styles.ts'
import optionsStyle from '../styles/options.css?inline'
import pageStyle from '../styles/page.css?inline'
import partsStyle from '../styles/parts.css?inline'
import { presentPage, words } from '../words.ts'
import type { Known, Writ } from './props.ts'
import { Options } from './options.tsx'
import { Unreadable } from '../parts/unreadable.tsx'
import { WordsContext } from './use-words.ts'

/** The rules that the browser was last seen to hold. With a million names Chromium takes most of a second to say: once. */
let held: string | undefined

let revision = 0
/** The reason why the last thing that was asked for could not be done; empty when it was. */
let failure = ''

async function read(): Promise<Known> {
  const now = Date.now()
  const [known, orders, feeds, ended, here, privacyControl] = await Promise.all([
    state(),
    listOrders(now),
    listFeeds(),
    reconciliations.get(),
    environment(),
    browser.permissions.contains({ permissions: ['privacy'] }),
  ])
  return {
    now,
    state: known,
    orders,
    feeds,
    reconciliations: ended,
    environment: here,
    capabilities: capabilities[build],
    privacyControl,
    rulesHeld: held === undefined || held === known.enforced.fingerprint,
    failure,
    revision: ++revision,
  }
}

const notGiven: Issue = {
  code: 'permission-refused',
  path: 'neverContact',
  message: 'needs a permission, which the browser did not give',
}

const writ: Writ = {
  ...orderLibrary,
  judgeLists,
  async covering(text) {
    const explanation = await explainUrl(text.trim())
    return new Map(explanation?.orders.map(({ record, entry }) => [record.key, entry]))
  },
  managedValues: async () => (await readState(await database(), 'managed'))?.values ?? {},
  choose: async (id, choice) => void (await showOutcomeOf(chooseOrder(id, choice), (refused) => refused)),
  async remove({ key }) {
    await showOutcomeOf(orderLibrary.removeOrder(key))
    if (!failure) location.hash = '#orders'
  },
  restore: ({ key }) => showOutcomeOf(orderLibrary.restoreOrder(key)),
  importOrders: (texts) =>
    showOutcomeOf(orderLibrary.importOrders(texts), (result) => (result.ok ? result.value.refused : [])),
  /** Switching prediction off takes a permission, which a browser gives only in answer to a click: this one. */
  async save(patch) {
    if (patch.neverContact && !(await requestPrivacyControl())) return [notGiven]
    return showOutcomeOf(saveSettings(patch))
  },
  async allowWebsites() {
    await showOutcomeOf(requestAccess())
  },
  reconcile: () => showOutcomeOf(ask('reconcile', null)),
  feeds: {
    preview: (text) => showOutcomeOf(ask('feeds/preview', { text })),
    follow: (text) => showOutcomeOf(ask('feeds/add', { text })),
    unfollow: (root) => showOutcomeOf(ask('feeds/remove', { root })),
    update: (root) => showOutcomeOf(ask('feeds/update', { root })),
    release: (root, id, version) => showOutcomeOf(ask('feeds/release', { root, id, version })),
  },
  copy: (text) => navigator.clipboard.writeText(text),
  download(name, type, text) {
    const url = URL.createObjectURL(new Blob([text], { type }))
    const link = document.createElement('a')
    link.href = url
    link.download = name
    link.click()
    // A browser reads it after the click; then it would be kept as long as the page.
    setTimeout(() => URL.revokeObjectURL(url), 60_000)
  },
}

/**
 * Gives what was asked for, undefined where that failed, and shows what became of it: a full disk, say, must not look like
 * a button that does nothing, nor rules that the browser refused like an order that is applied.
 */
async function showOutcomeOf<T>(
  asked: Promise<T>,
  refusedOf: (given: T) => readonly Issue[] = () => [],
): Promise<T | undefined> {
  failure = ''
  const given = await asked.catch((error: unknown) => void (failure = reasonOf(error)))
  if (given !== undefined) failure = refusedOf(given as T)[0]?.message ?? ''
  await show()
  return given ?? undefined
}

let reading: Promise<void> | undefined
let again = false

/** Shows what there is now. What changes while it is being read is shown by one more reading, not by one for each. */
function show(): Promise<void> {
  if (reading) {
    again = true
    return reading
  }
  reading = present().finally(() => {
    reading = undefined
  })
  return reading
}

function renderPage(view: ComponentChild): void {
  render(<WordsContext.Provider value={words}>{view}</WordsContext.Provider>, document.getElementById('page')!)
}

let readable: Known | undefined

/** Reports the error, and leaves what is on the page there, with what was typed into it. */
function presentUnreadable(error: unknown): void {
  const reason = reasonOf(error)
  if (readable) renderPage(<Options known={{ ...readable, failure: reason }} writ={writ} />)
  else renderPage(<Damaged reason={reason} />)
}

/** Advice for a store that cannot be read, and why: the browser's words, where it gives any. */
function Damaged({ reason }: { reason: string }) {
  return (
    <Unreadable words={words} headline={words.say('popupUnreadable')} lead={null} retry={retry}>
      <p>{words.say('unreadableAdvice')}</p>
      {reason !== '' && (
        <p class="advice" lang="en">
          {reason}
        </p>
      )}
    </Unreadable>
  )
}

/** Computes what is derived again: the effective settings may be what is damaged. */
function retry(): void {
  void showOutcomeOf(ask('reconcile', { thorough: true }))
}

async function present(): Promise<void> {
  do {
    again = false
    const known = await read().catch(presentUnreadable)
    if (!known) continue
    readable = known
    renderPage(<Options known={known} writ={writ} />)
    performance.mark('readable')
    if (held === known.state.enforced.fingerprint) continue
    const last = held
    held = await heldFingerprint()
    again ||= held !== last
  } while (again)
}

void show()
dress(partsStyle, pageStyle, optionsStyle)
presentPage(words.say('optionsTitle'))
browser.storage.onChanged.addListener(() => void show())
browser.permissions.onAdded.addListener(() => void show())
browser.permissions.onRemoved.addListener(() => void show())
