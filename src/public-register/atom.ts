import { create } from 'xmlbuilder'
import type { Change } from './changes.ts'
import { factsOf } from './facts.ts'
import type { Register } from './setting.ts'

/** Entries of a feed that readers ask for again and again. */
const most = 200

/** A feed of what has become of orders, as its readers take it (RFC 4287). Addresses are relative to the feed's own. */
export function changesFeed(register: Register): string {
  const { changes, now, uuid, organization, language } = register
  const words = register.words.get(language)!
  const titles = new Map([...register.withdrawn, ...register.orders.map(factsOf)].map((one) => [one.id, one.title]))
  const decisions = new Map(
    [...register.withdrawn, ...register.orders.map(factsOf)].map((one) => [one.id, one.decision]),
  )
  const feed = create('feed', { encoding: 'utf-8' })
    .att('xmlns', 'http://www.w3.org/2005/Atom')
    .att('xml:lang', words.language)
  const urn = (name: string) => `urn:uuid:${uuid(name).toLowerCase()}`
  feed.ele('id', urn('changes'))
  feed.ele('title', words.say('publicRegister'))
  feed.ele('updated', changes[0]?.at ?? new Date(now).toISOString())
  feed.ele('author').ele('name', organization ?? words.say('extensionName'))
  feed.ele('link', { rel: 'alternate', type: 'text/html', href: 'index.html' })
  feed.ele('link', { rel: 'self', type: 'application/atom+xml', href: 'changes.atom' })
  for (const change of changes.slice(0, most)) {
    const entry = feed.ele('entry')
    const { at, order, version, what } = change
    entry.ele('id', urn(`change ${order} ${version} ${what} ${at}`))
    entry.ele('title', words.say('labelled', titles.get(order) ?? order, becameText(change, words)))
    entry.ele('updated', at)
    entry.ele('link', { rel: 'alternate', type: 'text/html', href: `orders/${order}/` })
    entry.ele('summary', decisions.get(order) ?? order)
  }
  return `${feed.end({ pretty: true })}\n`
}

function becameText(
  { what, version }: Change,
  { say, named }: NonNullable<ReturnType<Register['words']['get']>>,
): string {
  if (what === 'changed') return say('documentVersion', version)
  return what === 'withdrawn' ? say('registerWithdrawn') : named('status', what)
}
