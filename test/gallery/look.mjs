/**
 * What a careful reader would see at a glance to be wrong: text that is cut, spills out of its box, lies over other text
 * or runs out of the page; a place where words are missing; an answer below the first screen. Runs in the page.
 *
 * @param {number} lengthened by how much a strange language's words are longer than any that is spoken: a choice of so
 *   many letters has room for one of those
 * @returns {string[]} one line for each fault
 */
export function look(lengthened = 1) {
  const faults = [...overflowing(), ...cut(), ...overlapping(), ...wordless(), ...below()]
  return [...new Set(faults)]

  function* overflowing() {
    const { scrollWidth, clientWidth } = document.documentElement
    if (scrollWidth <= clientWidth) return
    const rightToLeft = getComputedStyle(document.documentElement).direction === 'rtl'
    const beyond = [...document.querySelectorAll('body *')].filter((element) => {
      const { left, right } = element.getBoundingClientRect()
      return rightToLeft ? left < -1 : right > clientWidth + 1
    })
    yield `the page is ${scrollWidth} px wide in ${clientWidth} px: ${named(beyond.at(-1) ?? document.body)}`
  }

  function* cut() {
    for (const { element, rects } of texts())
      for (
        let box = element;
        box !== document.body && box !== document.documentElement;
        box = box.parentElement ?? document.body
      ) {
        const { overflowX, overflowY, display } = getComputedStyle(box)
        if (display === 'inline' || display === 'contents') continue
        // What can be scrolled is not cut.
        if (/auto|scroll/.test(overflowX + overflowY)) break
        const hides = overflowX !== 'visible'
        const { left, right, top, bottom } = box.getBoundingClientRect()
        const out = rects.some(
          (rect) =>
            rect.left < left - 1 ||
            rect.right > right + 1 ||
            (hides && (rect.top < top - 2 || rect.bottom > bottom + 2)),
        )
        if (!out) continue
        yield `${hides ? 'is cut' : 'spills out'}: ${named(element)} of ${named(box)}`
        break
      }
    for (const field of document.querySelectorAll('select, input[placeholder]')) yield* cutField(field)
  }

  /** A field's text is no text node: it is measured, of a choice the longest. */
  function* cutField(/** @type {any} */ field) {
    const style = getComputedStyle(field)
    if (!seen(field)) return
    const context = /** @type {any} */ (document.createElement('canvas').getContext('2d'))
    context.font = style.font
    const texts = [...(field.options ?? [])].map(({ textContent }) => textContent)
    const text = field.placeholder || texts.toSorted((a, b) => a.length - b.length).at(-1) || ''
    const room = field.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight)
    // Browsers draw the arrow of a choice, of this width whatever the type, in the place of its text.
    const arrow = field.localName === 'select' ? 16 : 0
    const needed = (context.measureText(text).width + arrow) / (field.localName === 'select' ? lengthened : 1)
    if (needed > room + 1) yield `is cut: "${text}" of ${named(field)}`
  }

  function* overlapping() {
    const all = texts()
    for (const [at, one] of all.entries())
      for (const other of all.slice(at + 1)) {
        if (one.element === other.element || stays(one.element) || stays(other.element)) continue
        if (one.rects.some((a) => other.rects.some((b) => meet(a, b))))
          yield `overlap: ${named(one.element)} and ${named(other.element)}`
      }
  }

  /** What stays in view has the rest scroll away under it. */
  function stays(/** @type {Element} */ element) {
    for (let box = /** @type {Element | null} */ (element); box; box = box.parentElement)
      if (/sticky|fixed/.test(getComputedStyle(box).position)) return true
    return false
  }

  /** Lines are taller than their letters: a fifth above and below does not count. */
  function meet(/** @type {DOMRect} */ a, /** @type {DOMRect} */ b) {
    const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left)
    const high =
      Math.min(a.bottom - a.height / 5, b.bottom - b.height / 5) - Math.max(a.top + a.height / 5, b.top + b.height / 5)
    return wide > 1 && high > 1
  }

  function* wordless() {
    for (const element of document.querySelectorAll(
      'h1, h2, h3, dt, dd, li, a, button, summary, legend, label, th, p:not([role=status])',
    ))
      if (
        seen(element) &&
        element.textContent?.trim() === '' &&
        !element.getAttribute('aria-label') &&
        !element.querySelector('input, img, svg')
      )
        yield `has no words: ${named(element)}`
    for (const { element } of texts())
      if (/\$\d|undefined|\[object/.test(element.textContent ?? '')) yield `is unfilled: ${named(element)}`
  }

  /**
   * A popup is cut at 600 px. Who meets a block has the answers and the acts in the first screen of a small laptop, in two of
   * a phone, and the page folded in 900 px. Larger text and the strange languages have room for more.
   */
  function* below() {
    if (lengthened > 1 || document.documentElement.style.fontSize !== '' || matchMedia('print').matches) return
    const { page } = document.documentElement.dataset
    const height = document.documentElement.scrollHeight
    if (page === 'popup' && innerWidth >= 360 && document.body.scrollHeight > 600)
      yield `the popup is ${document.body.scrollHeight} px high`
    const host = document.querySelector('h1 bdi')?.textContent ?? ''
    if (page !== 'blocked' || host.length > 60) return
    const end = Math.round(document.querySelector('.actions')?.getBoundingClientRect().bottom ?? 0)
    const screen = innerWidth >= 1366 ? 656 : innerWidth === 360 ? 1280 : Infinity
    if (end > screen) yield `the answers and acts end at ${end} px, the first screen at ${screen}`
    if (innerWidth >= 1366 && !document.querySelector('details[open]') && height > 900)
      yield `the folded page is ${height} px high`
  }

  /** Every run of text that is seen, with its lines' boxes. */
  function texts() {
    /** @type {{ element: Element, rects: DOMRect[] }[]} */
    const found = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const element = node.parentElement
      if (
        !element ||
        node.textContent?.trim() === '' ||
        element.closest('select, textarea, script, style') ||
        !seen(element)
      )
        continue
      const range = document.createRange()
      range.selectNodeContents(node)
      const rects = [...range.getClientRects()].filter(({ width, height }) => width > 0 && height > 0)
      if (rects.length > 0) found.push({ element, rects })
    }
    return found
  }

  /** What only assistive technology reads is a pixel in size. */
  function seen(/** @type {Element} */ element) {
    for (let box = /** @type {Element | null} */ (element); box; box = box.parentElement) {
      const { width, height } = box.getBoundingClientRect()
      if (getComputedStyle(box).position === 'absolute' && width <= 1 && height <= 1) return false
    }
    return element.checkVisibility({ opacityProperty: true, visibilityProperty: true, contentVisibilityAuto: true })
  }

  function named(/** @type {Element} */ element) {
    const { tagName, id, classList } = element
    const text = element.textContent?.trim().replaceAll(/\s+/g, ' ').slice(0, 40) ?? ''
    return `<${[tagName.toLowerCase(), id && `#${id}`, ...[...classList].map((name) => `.${name}`)].join('')}> "${text}"`
  }
}
