import { render } from 'preact'
import { parseQuery } from '../../../src/names/query.ts'
import type { Choice } from '../../../src/standing/application.ts'
import { isBlocked, type Explanation } from '../../../src/standing/explain.ts'
import { blockingOrders } from '../../../src/words/heading.ts'
import { explanationText, plainFacts, plainText } from '../../../src/words/explanation.ts'
import type { MessageKey } from '../../../src/words/message-key.ts'
import { feedLine } from '../../../src/words/feed-words.ts'
import { newNameDraft, recipients, supportAt } from '../../../src/words/report.ts'
import { browser } from '../../platform/browser.ts'
import { ask } from '../../messages/requests.ts'
import { patience, standingOf, type Standing } from '../../store/page-data.ts'
import { dress } from '../adopt-styles.ts'
import blockedStyle from '../styles/blocked.css?inline'
import pageStyle from '../styles/page.css?inline'
import partsStyle from '../styles/parts.css?inline'
import { wordsIn } from '../../platform/languages.ts'
import { presentPage, words as browserWords } from '../words.ts'
import { technicalFacts } from './technical.tsx'
import { Host } from '../parts/host.tsx'
import { Unreadable } from '../parts/unreadable.tsx'
import type { Setting } from './setting.ts'
import { titleIcon } from './icon-title.ts'
import { Blocked, type Actions, type BlockedProps } from './view.tsx'

/** The redirect puts the address behind the first `#`, raw. Nothing else is believed of it: the stored orders are asked. */
function addressInHash(): string {
  return location.href.slice(location.href.indexOf('#') + 1)
}

/** The address that the page explains now. */
let explained: string | undefined

/** The browser's language, until the reader asks for another. */
let words = browserWords

/** The choice that this page has changed, to be taken back. */
let undo: Setting['undo']

async function show(): Promise<void> {
  const address = addressInHash()
  // What is on the page already stays there meanwhile.
  const late = setTimeout(() => explained !== address && presentUnreadable(address), patience)
  const standing = await standingOf(address).catch(() => void rebuild())
  clearTimeout(late)
  // By then another address may be behind the `#`: its own answer comes.
  if (address !== addressInHash()) return
  if (!standing) return presentUnreadable(address)
  explained = address
  try {
    present(standing)
  } catch (error) {
    // A bug's, and to be seen as one; but an empty page would not even say that the block stands.
    presentUnreadable(address)
    throw error
  }
  if (!isBlocked(standing.explanation)) void endBlock()
}

function presentUnreadable(address: string): void {
  if (address !== addressInHash()) return
  const host = parseQuery(address)?.host ?? ''
  presentPage(host === '' ? words.say('unreadableHeadline') : words.say('unreadableTitle', host), words)
  const lead = (
    <>
      {host !== '' && <Host host={host} />}
      <p class="lead">{words.say('unreadableLead')}</p>
    </>
  )
  const headline = words.say('unreadableHeadline')
  render(<Unreadable words={words} headline={headline} lead={lead} retry={() => void show()} />, page())
}

let asked = false

/** Has what the explanation is read from made anew, once, for it may be damaged; then the page shows it. */
async function rebuild(): Promise<void> {
  if (asked) return
  asked = true
  await ask('reconcile', { thorough: true }).catch(() => undefined)
  await show()
}

function page(): HTMLElement {
  return document.getElementById('page')!
}

let ended = false

/** Updates the rules, once, where the order has ended and they do not know yet: an alarm may come late. */
async function endBlock(): Promise<void> {
  if (ended) return
  ended = true
  await ask('reconcile', null).catch(() => undefined)
}

function present(standing: Standing, done: BlockedProps['done'] = {}): void {
  const { explanation = { query: { host: '' }, orders: [] } } = standing
  const setting = settingOf(standing, explanation)
  const text = explanationText(explanation, words, setting)
  const address = explained
  const say: Tell = (key, place = 'page') =>
    void (address === explained && present(standing, { [place]: words.say(key) }))
  presentPage(text.headline, words)
  void titleIcon(`${words.say('extensionName')} – ${text.headline}`)
  render(
    <Blocked
      explanation={explanation}
      text={text}
      words={words}
      setting={setting}
      actions={actionsOn(explanation, setting, say)}
      done={done}
    />,
    page(),
  )
  performance.mark('readable')
}

function settingOf(
  { effective: { settings }, enforced: { fingerprint }, feeds, now }: Standing,
  explanation: Explanation,
): Setting {
  const blocking = blockingOrders(explanation)
  const [first] = blocking
  const byOrganisation = blocking.every((order) => order.byOrganisation)
  const ask = first && byOrganisation ? supportAt(explanation, first.record, settings, words) : undefined
  return {
    ...(ask ? { ask } : {}),
    ...(ask || settings.supportContact === '' ? {} : { contact: settings.supportContact }),
    supportName: settings.supportName,
    ...(undo && !first ? { undo } : {}),
    fingerprint,
    version: browser.runtime.getManifest().version,
    canGoBack: history.length > 1,
    privateWindow: browser.extension.inIncognitoContext === true,
    recipients: recipients(explanation, settings, words),
    feeds: [...new Set(explanation.orders.flatMap(({ record }) => feedLine(record, feeds, words) ?? []))],
    now,
  }
}

/** Tells what became of an action, by its message's name, in a place of the page. */
type Tell = (key: MessageKey, place?: keyof BlockedProps['done']) => void

function actionsOn(explanation: Explanation, setting: Setting, say: Tell): Actions {
  const copy = (text: string, place?: keyof BlockedProps['done']) =>
    void navigator.clipboard.writeText(text).then(
      () => say('copied', place),
      () => say('notCopied', place),
    )
  return {
    leave: () => void leave(),
    copyText: () => copy(detailsAsText(explanation, setting)),
    copyJson: () => copy(detailsAsJson(explanation, setting)),
    print: () => window.print(),
    choose: (id, choice) => void choose(explanation, id, choice),
    openOptions: () => void browser.runtime.openOptionsPage(),
    speak: (language) => void wordsIn(language).then((spoken) => ((words = spoken), show())),
    open: () => explanation.query.url && location.replace(explanation.query.url),
    draft(found, way) {
      const [order] = explanation.orders
      const draft = order && newNameDraft(found, order.record, setting.now, words)
      if (!draft) return say('draftNoName', 'draft')
      if (way !== 'mail') return copy(draft[way], 'draft')
      if (draft.mail === undefined) return say('draftNoMail', 'draft')
      location.href = draft.mail
    },
  }
}

/** Sets a choice; the one before can be had back here as long as the page is open. */
async function choose({ orders }: Explanation, id: string, choice: Choice): Promise<void> {
  const before = orders.find(({ record }) => record.order.id === id)?.choice
  undo = undo || before === undefined ? undefined : { id, choice: before }
  await ask('orders/choose', { id, choice }).catch(() => undefined)
  await show()
}

function detailsAsText(explanation: Explanation, setting: Setting): string {
  const facts = technicalFacts({ explanation, words, setting })
  const technical = `${words.say('technical')}\n${plainFacts(facts, words)}`
  return [plainText(explanationText(explanation, words, setting), words), technical].join('\n\n')
}

function detailsAsJson(explanation: Explanation, { fingerprint, version, now }: Setting): string {
  const extension = { name: words.say('extensionName'), version, rules: fingerprint }
  return JSON.stringify({ at: new Date(now).toISOString(), extension, ...explanation }, null, 2)
}

/** Only the background outlives the pages on the way back: each step may lead to this page again. */
async function leave(): Promise<void> {
  const tab = await browser.tabs.getCurrent()
  if (tab?.id !== undefined) await ask('leave', { tabId: tab.id, entries: history.length })
}

/** A printed page shows what a click would: a legal page is kept on paper. */
function unfold(open: boolean): void {
  for (const card of document.querySelectorAll<HTMLDetailsElement>('details:not(.new-name, .wrong, .menu, .what)')) {
    if (open && !card.open) card.dataset['folded'] = ''
    if (open || 'folded' in card.dataset) card.open = open
    if (!open) delete card.dataset['folded']
  }
}

export function openBlockPage(): void {
  // A frame around this page could dress it up as something else.
  if (window.top !== window) return
  void show()
  dress(partsStyle, pageStyle, blockedStyle)
  // From one blocked address to another, browsers keep the page and change what is behind the `#`.
  window.addEventListener('hashchange', () => void show())
  // An order may have ended, or been lifted, since the page was opened.
  document.addEventListener('visibilitychange', () => void (document.visibilityState === 'visible' && show()))
  browser.storage.onChanged.addListener(() => void show())
  window.addEventListener('beforeprint', () => unfold(true))
  window.addEventListener('afterprint', () => unfold(false))
}
