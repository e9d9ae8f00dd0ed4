import { readFileSync } from 'node:fs'

/**
 * Looks at every frame of a page as it is about to be painted: what of the covered results can be seen in it. Put into
 * the page's own source, so that it looks from the first frame on.
 *
 * @param {string} body @param {string[]} words whatever holds one of them, in its own text or in an attribute, is covered
 */
export function withWatcher(body, words) {
  const script = `<script>(${watch.toString()})(${JSON.stringify(words)})</script>`
  return withElementTiming(body).replace('<head>', `<head>${script}`)
}

/**
 * The script of result pages, whose questions nobody answers.
 *
 * @param {import('./find-browser.mjs').BrowserName} name
 */
export function unanswered(name) {
  return sendingBy(name, '() => new Promise(() => {})')
}

/**
 * The script of result pages, whose first question fails.
 *
 * @param {import('./find-browser.mjs').BrowserName} name
 */
export function failingOnce(name) {
  return sendingBy(
    name,
    "(message) => message.search === 'confirm' && !asked++ ? Promise.reject(new Error()) : send(message)",
  )
}

/** @param {import('./find-browser.mjs').BrowserName} name @param {string} sending */
function sendingBy(name, sending) {
  const script = readFileSync(`dist/${name === 'chromium' ? 'chrome' : name}/extension/content/search.js`, 'utf8')
  return `const { runtime } = globalThis.browser ?? chrome; const send = runtime.sendMessage.bind(runtime); let asked = 0;
runtime.sendMessage = ${sending};${script}`
}

/** Chromium tells of every text and picture that it painted, where an element asks for it. @param {string} body */
function withElementTiming(body) {
  return body.replaceAll(
    /<(div|li|p|td|h[1-6]|a|span|cite|section|article|figure|img)(?=[\s>])/g,
    '<$1 elementtiming=x',
  )
}

/**
 * The frames that were seen, as `report()` in the page gives them.
 *
 * @typedef {object} Report
 * @property {number} frames looked at
 * @property {number} framesWithCovered of them, those in which something covered was in the document
 * @property {string[]} flashes what of it was seen, by the watcher or by Chromium's own account
 * @property {number} others links and pictures that are seen in the end
 * @property {number} covered elements, in the end
 * @property {number[]} heldUntil the last frame in which all that is covered was unseen, and the first in which some was
 *   seen: milliseconds since the first frame with something covered in the document
 * @property {('held' | 'let go' | 'seen')[]} order in which the stylesheet held parts of the page, let them go by itself, and
 *   frames with something covered were seen; what comes twice in a row is told once
 */

/** @param {string[]} words */
function watch(words) {
  const page = /** @type {any} */ (globalThis)
  const flashes = new Set()
  /** @type {Set<Element>} */
  const painted = new Set()
  let frames = 0
  let framesWithCovered = 0
  /** @type {number | undefined} */
  let start
  /** @type {number[]} */
  const heldUntil = []
  /** @type {string[]} */
  const order = []
  /** @param {string} what */
  const note = (what) => {
    if (order.at(-1) !== what) order.push(what)
  }
  const isWrits = (/** @type {any} */ { animationName }) => animationName.startsWith('writ-')
  addEventListener('animationstart', (event) => isWrits(event) && note('held'))
  addEventListener('animationend', (event) => isWrits(event) && note('let go'))

  /** @param {Element} element */
  const isCovered = (element) =>
    // A search for the name is no link to the site.
    !element.getAttribute('href')?.startsWith('/search?') &&
    ([...element.attributes].some(({ value }) => words.some((word) => value.includes(word))) ||
      [...element.childNodes].some(
        (node) => node.nodeType === 3 && words.some((word) => node.nodeValue?.includes(word)),
      ))
  /** @param {Element} element */
  const isSeen = (element) =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && element.getClientRects().length > 0
  const covered = () => [...document.querySelectorAll('body *')].filter(isCovered)

  const look = () => {
    if (!document.body) return
    const time = performance.now()
    frames++
    const now = covered()
    if (now.length > 0) framesWithCovered++
    const seen = now.filter(isSeen)
    for (const element of seen) flashes.add(`frame: ${element.outerHTML.slice(0, 120)}`)
    if (seen.length > 0) note('seen')
    if (now.length === 0) return
    start ??= time
    if (heldUntil.length < 2) heldUntil[seen.length > 0 ? 1 : 0] = time - start
  }
  // Its size changes in every frame, and browsers tell of that last of all, between layout and painting. What lies in it changes
  // as that is told, and is told of once everybody else was: who is told of sizes may still hide something.
  const probe = document.createElement('div')
  const inner = probe.appendChild(document.createElement('div'))
  let wide = false
  const resize = () => {
    requestAnimationFrame(resize)
    wide = !wide
    probe.style.cssText = `position: fixed; visibility: hidden; height: 1px; width: ${wide ? 2 : 1}px`
    if (!probe.isConnected) document.documentElement.append(probe)
  }
  new ResizeObserver(() => (inner.style.cssText = `height: 1px; width: ${wide ? 4 : 3}px`)).observe(probe)
  new ResizeObserver(look).observe(inner)
  requestAnimationFrame(resize)
  if (PerformanceObserver.supportedEntryTypes.includes('element'))
    new PerformanceObserver((list) => {
      for (const { element } of /** @type {any[]} */ (list.getEntries())) if (element) painted.add(element)
    }).observe({ type: 'element', buffered: true })

  page.report = () => {
    for (const element of painted)
      // The number that stands before a result, as in a numbered list, says nothing of it.
      if (
        (element.closest('[data-writ=hidden]') && !/^\d+\.?\s*$/.test(element.textContent ?? '')) ||
        isCovered(element)
      )
        flashes.add(`painted: ${element.outerHTML.slice(0, 120)}`)
    const others = [...document.querySelectorAll('a, img, [ourl]')].filter((one) => !isCovered(one) && isSeen(one))
    return {
      frames,
      framesWithCovered,
      flashes: [...flashes],
      others: others.length,
      covered: covered().length,
      heldUntil,
      order,
    }
  }
}
