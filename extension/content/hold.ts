import { attribute, root, setTo } from './dom.ts'
import { markAttribute } from './marks.ts'

/** A page that lets go more often would keep the browser from everything else. */
const mostRounds = 100

/**
 * Keeps all that could be a result from being seen, by the stylesheet, which lets go after half a second by itself.
 *
 * @returns lets go
 */
export function hold(): () => void {
  let rounds = 0
  const keep = () => {
    if (attribute(root(), markAttribute) === 'reading' || rounds++ > mostRounds) return
    setTo(root(), markAttribute, 'reading')
  }
  const observer = new MutationObserver(keep)
  observer.observe(root(), { attributes: true, attributeFilter: [markAttribute] })
  keep()
  return () => {
    observer.disconnect()
    setTo(root(), markAttribute, null)
  }
}
