import type { Engine } from '../../src/search/engine.ts'
import { commonGround } from '../../src/words/ground.ts'
import type { Phrase } from '../../src/words/phrase.ts'
import { isOnDark } from './is-on-dark.ts'
import type { Confirmer } from './confirm.ts'
import { all, around, first, is, isConnected, isRendered, newElement, parentOf, remove, root } from './dom.ts'
import { markAttribute } from './marks.ts'
import type { NoticeWords, Numbered, OrderNotice } from '../../src/words/search-notice.ts'
import type { Hidden } from '../messages/search.ts'

/** The line above the results that says how many are hidden and why; there only while there are any. */
export interface Notice {
  /** @param first one of the hidden results, where there are any */
  say(hidden: Hidden, first: Element | undefined): void
}

export function notice(engine: Engine, confirmed: Pick<Confirmer, 'notices' | 'words'>): Notice {
  let line: Line | undefined
  let said = ''
  let near: Element
  // An earlier version's, which looked after this page before an update.
  for (const left of all(root(), `[${markAttribute}=notice]`)) remove(left)
  return {
    say(hidden, first) {
      if (!first) return line?.host.remove()
      near = first
      line ??= newLine(confirmed.words()!, (host) => place(host, spot(engine, near, true)))
      if (!isConnected(line.host) || around(line.host, hiding)) {
        place(line.host, spot(engine, near, false))
        line.dress()
      }
      const now = JSON.stringify(hidden)
      if (now !== said) line.fill(hidden, confirmed.notices())
      said = now
    },
  }
}

const hiding = `[${markAttribute}=hidden]`

/** Above the list, in the page's own flow; put back where the page takes it away. */
function place(host: Element, below: Element): void {
  if (host.nextElementSibling === below) return
  if (!is(below, 'html, body')) below.before(host)
  else if (!is(parentOf(host) ?? host, 'body')) first(root(), 'body')?.prepend(host)
}

/** @param styled whether styles may be asked for: it costs nothing only between layout and paint */
function spot({ lists }: Engine, hidden: Element, styled: boolean): Element {
  const isSeen = (element: Element) => !styled || isRendered(element)
  // Pages keep a list for each kind of result, and show one of them.
  for (const selector of lists) for (const list of all(root(), selector)) if (isSeen(list)) return inFlow(list, styled)
  let one = parentOf(hidden)
  while (one && !isSeen(one)) one = parentOf(one)
  return inFlow(one ?? root(), styled)
}

/** Out to where a line may stand above it: it is no item of a list and no row of a table; beside columns it would be one. */
function inFlow(below: Element, styled: boolean): Element {
  let outside: Element | undefined
  for (let one = below, parent = parentOf(one); parent && !is(one, 'body'); one = parent, parent = parentOf(one)) {
    if (is(parent, 'ol, ul, menu, dl, table, thead, tbody, tfoot, tr')) continue
    if (!styled || !laysInRow(parent)) return one
    outside ??= one
  }
  // The body itself is such a row.
  return outside ?? below
}

function laysInRow(element: Element): boolean {
  const { display, flexDirection } = getComputedStyle(element)
  if (display.endsWith('flex')) return !flexDirection.startsWith('column')
  // What has no box of its own leaves its children to what lies around it.
  return display.endsWith('grid') || display === 'contents'
}

interface Line {
  host: HTMLElement
  /** Has it look, and stand, as the page's styles have it once they are computed. */
  dress(): void
  fill(hidden: Hidden, orders: ReadonlyMap<string, OrderNotice>): void
}

/** In a closed shadow tree: the page's styles and scripts do not reach it. It never names what it hides. */
function newLine(words: NoticeWords, settle: (host: Element) => void): Line {
  const host = newElement('div')
  host.setAttribute(markAttribute, 'notice')
  host.lang = words.language
  host.dir = words.direction
  const shadow = host.attachShadow({ mode: 'closed' })
  const status = newElement('span')
  status.setAttribute('role', 'status')
  const why = newElement('button')
  why.type = 'button'
  why.textContent = words.why
  const list = newElement('ul')
  const act = newElement('p')
  act.textContent = words.act
  let items: () => HTMLElement[] = () => []
  const open = (is: boolean) => {
    list.hidden = act.hidden = !is
    why.setAttribute('aria-expanded', String(is))
    list.replaceChildren(...(is ? items() : []))
  }
  why.addEventListener('click', () => open(list.hidden === true))
  open(false)
  const style = newElement('style')
  style.textContent = css
  const section = newElement('section')
  section.setAttribute('aria-label', words.label)
  section.append(status, ' ', why, list, act)
  shadow.append(style, section)
  // Told between layout and paint: its style is computed by then, and nothing of it is seen yet.
  const sizes = new ResizeObserver(() => {
    sizes.unobserve(root())
    if (!isConnected(host)) return
    settle(host)
    section.classList.toggle('dark', isOnDark(host))
  })
  const dress = () => {
    sizes.disconnect()
    sizes.observe(host)
    // In a list that is not shown it has no size to be told of.
    sizes.observe(root())
  }
  // The page's own style may come late.
  addEventListener('load', dress, { once: true })
  return {
    host,
    dress,
    fill(hidden, orders) {
      dress()
      const grounds = hidden.orders.flatMap(([id]) => orders.get(id)?.ground ?? [])
      const text = numbered(words.hidden[commonGround(grounds)], hidden.results)
      // Screen readers tell what changes in a status that they know, not what it holds when it comes.
      if (status.textContent === '') setTimeout(() => (status.textContent = text), untilKnown)
      else status.textContent = text
      // Made when they are asked for: few are.
      items = () =>
        hidden.orders.flatMap(([id, count]) => (orders.has(id) ? [item(orders.get(id)!, count, words)] : []))
      if (!list.hidden) open(true)
    },
  }
}

/** Milliseconds until a screen reader may have found a status that is new; no standard says how long. */
const untilKnown = 50

function item({ title, court, identity, basis, remarks }: OrderNotice, count: number, words: NoticeWords): HTMLElement {
  const line = newElement('li')
  const name = newElement('strong')
  name.append(inItsLanguage(title))
  const decision = newElement('div')
  decision.append(inItsLanguage(court), `, ${identity}`)
  line.append(name, ` (${numbered(words.results, count)})`, decision)
  for (const remark of [basis, ...remarks]) {
    const part = newElement('div')
    part.textContent = remark
    line.append(part)
  }
  return line
}

function numbered({ singular, plural, singulars }: Numbered, count: number): string {
  return (singulars.includes(count) ? singular : plural).replace('$1', String(count))
}

/** A screen reader reads it in the language and direction that it is in. */
function inItsLanguage({ text, language }: Phrase): HTMLElement {
  const part = newElement('bdi')
  part.textContent = text
  if (language !== undefined) part.lang = language
  return part
}

/** The host's own is said here, too: in a shadow tree `!important` wins over whatever the page says is important. */
const css = `
:host { all: initial !important; display: block !important }
section { font: 14px/1.5 system-ui, sans-serif; color: #22303c; background: #f2f5f8; border-inline-start: 3px solid #4a6b8a;
  margin: 8px 0; padding: 8px 12px; max-width: 652px; box-sizing: border-box; text-align: start }
button { font: inherit; color: #1d4f80; background: none; border: 0; padding: 2px 0; text-decoration: underline; cursor: pointer }
button:focus-visible { outline: 2px solid currentColor; outline-offset: 1px }
ul { list-style: none; margin: 4px 0 0; padding: 0 }
li, p { margin: 8px 0 0; overflow-wrap: anywhere }
[hidden] { display: none }
section.dark { color: #dfe6ec; background: #1f2830; border-color: #7fa3c4 }
.dark button { color: #9cc4ea }
@media (forced-colors: active) { section { border: 1px solid } }
@media print { section { display: none } }
`
