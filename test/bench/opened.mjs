import * as internets from '../harness/internet.mjs'
import * as browsers from '../harness/launch.mjs'

/** @type {Set<{ close(): Promise<void> }>} */
const open = new Set()

/** As the harness does; what a failed measurement leaves open is closed by `closeAll`. */
export async function startInternet() {
  return remembered(await internets.startInternet())
}

/** @type {typeof browsers.launch} */
export async function launch(name, options) {
  return remembered(await browsers.launch(name, options))
}

/** Browsers and servers that are still open would keep the bench from ever ending. */
export async function closeAll() {
  await Promise.all([...open].map((one) => one.close()))
}

/** @template {{ close(): Promise<void> }} Opened @param {Opened} opened @returns {Opened} */
function remembered(opened) {
  const one = {
    ...opened,
    async close() {
      open.delete(one)
      await opened.close()
    },
  }
  open.add(one)
  return one
}
