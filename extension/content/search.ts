import { engineAt } from '../../src/search/engine-at.ts'
import { browser } from './browser.ts'
import { hideResults } from './hide-results.ts'
import { hold } from './hold.ts'
import { publishedKey, type Published } from './published.ts'
import { answerPopup } from './tell.ts'

// No result is seen until it is known what to hide.
const letGo = hold()

answerPopup()

let stop: (() => void) | undefined

void read().then(begin).finally(letGo)

browser.storage.onChanged.addListener((changes, area) => {
  if (area === 'local' && publishedKey in changes) begin(changes[publishedKey]!.newValue as Published | undefined)
})

async function read(): Promise<Published | undefined> {
  return (await browser.storage.local.get(publishedKey))[publishedKey] as Published | undefined
}

function begin(published: Published | undefined): void {
  stop?.()
  const engine = engineAt(location.href, published?.instances)
  stop = engine && published?.engines.includes(engine.id) ? hideResults(engine, published.filter) : undefined
}
