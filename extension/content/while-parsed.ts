import { isParsing } from './parsing.ts'

/**
 * Has a page looked at; while it is parsed, before each frame: the parser adds it in some thousand pieces, and to be told of
 * each costs more than to look at them. From the look until the frame is painted the page is watched, as its own callbacks
 * may change it in between. Once it is parsed it is looked at once more, and watched for good.
 *
 * @returns ends it
 */
export function whileParsed(look: () => void, watch: () => void, unwatch: () => void): () => void {
  let ended = false
  const lookAndWatch = () => {
    if (ended) return
    look()
    watch()
  }
  const beforeFrame = () => {
    if (!isParsing()) return
    lookAndWatch()
    // Runs when the frame is painted; the page's callbacks of the frame run before.
    setTimeout(afterFrame)
  }
  const afterFrame = () => {
    if (!isParsing() || ended) return
    unwatch()
    requestAnimationFrame(beforeFrame)
  }
  if (isParsing()) {
    document.addEventListener('readystatechange', lookAndWatch, { once: true })
    requestAnimationFrame(beforeFrame)
  } else lookAndWatch()
  return () => {
    ended = true
    unwatch()
  }
}
