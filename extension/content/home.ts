import { isResultPath } from '../../src/search/result-page.ts'
import type { Begin } from '../messages/search.ts'
import { browser } from '../platform/browser.ts'
import { first, root, setTo } from './dom.ts'
import { markAttribute } from './marks.ts'

/**
 * The script of home pages, on which a search may begin without a load: by `history.pushState`, or as the answer to a form
 * at the same address. It has the background bring the script of result pages then, and holds the page until it is there.
 */
const observer = new MutationObserver(() => {
  if (isResultPath(location.pathname + location.search, writEngine)) begin()
  else requestLook()
})
observer.observe(document, { childList: true, subtree: true })

let requested = false

/** Before the frame in which they would be painted: to look for results each time something changes would cost the page more. */
function requestLook(): void {
  if (requested) return
  requested = true
  requestAnimationFrame(() => {
    requested = false
    if (first(root(), writEngine.results)) begin()
  })
}

let begun = false

function begin(): void {
  if (begun) return
  begun = true
  observer.disconnect()
  setTo(root(), markAttribute, 'reading')
  const message: Begin = { search: 'begin' }
  void browser.runtime.sendMessage(message).catch(() => undefined)
}
