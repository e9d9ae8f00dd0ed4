/**
 * Has something done before the next frame, once, however often it is asked for.
 *
 * @returns asks for it; false where it has just been done for the frame that is about to be painted: then it is too late
 */
export function onceBeforeFrame(act: () => void): () => boolean {
  let asked = false
  let done = false
  // The page's own callbacks of the frame come before a message does, the parser's next piece after it.
  const { port1: afterFrame, port2: received } = new MessageChannel()
  received.addEventListener('message', () => (done = false))
  received.start()
  return () => {
    if (done) return false
    if (asked) return true
    asked = true
    requestAnimationFrame(() => {
      asked = false
      done = true
      afterFrame.postMessage(null, [])
      act()
    })
    return true
  }
}
