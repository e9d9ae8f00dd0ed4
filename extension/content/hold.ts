import { attribute, root, setTo } from './dom.ts'
import { giveBoxBack, takeBox } from './force-display.ts'
import { markAttribute } from './marks.ts'

/** A page that lets go more often would keep the browser from everything else: it is not shown until it is let go here. */
const mostRounds = 100

/**
 * Keeps all that could be a result from being seen, by the stylesheet, which lets go after half a second by itself.
 *
 * @returns lets go
 */
export function hold(): () => void {
  let rounds = 0
  const keep = () => {
    if (attribute(root(), markAttribute) === 'reading') return
    if (rounds++ < mostRounds) setTo(root(), markAttribute, 'reading')
    else takeBox(root())
  }
  const observer = new MutationObserver(keep)
  observer.observe(root(), { attributes: true, attributeFilter: [markAttribute] })
  keep()
  return () => {
    observer.disconnect()
    setTo(root(), markAttribute, null)
    giveBoxBack(root())
  }
}
