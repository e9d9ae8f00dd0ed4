import { generalRemedy } from '../order/general-remedies.ts'
import type { Issue } from '../order/issue.ts'
import { hasDash, isMixedScript, readName } from '../order/mixed-script.ts'
import type { Order, Target } from '../order/order.ts'
import { placesOf } from '../order/protected/held.ts'
import { protectedHit } from '../order/protected/protected.ts'
import { suffixesOf } from '../order/suffixes.ts'
import { nameOf, targetKind } from '../order/targets/target.ts'
import { deciderOf } from '../words/ground.ts'
import { unicodeHost } from '../words/unicode-host.ts'

/**
 * Warnings for whoever writes a document: what is allowed, and seldom meant. Names that many people need and the order's
 * own sources are held, and have warnings of the parser.
 */
export function adviceOn(order: Order): Issue[] {
  return [...onRemedy(order), ...onEnd(order), ...onEnforcement(order), ...onNames(order)]
}

function* onRemedy({ contest, jurisdiction, decisions }: Order): Generator<Issue> {
  if (contest.length > 0 || generalRemedy(jurisdiction, deciderOf(decisions[0].kind)) !== undefined) return
  yield {
    code: 'no-remedy',
    path: 'contest',
    message: 'is absent: people read nowhere what they can do against the order',
  }
}

function* onEnd({ term, checkedOn }: Order): Generator<Issue> {
  if (!term.openEnded || checkedOn !== undefined) return
  const message = 'has no end: say in "checkedOn" when somebody last made sure that the order stands'
  yield { code: 'no-end', path: 'term', message }
}

function* onEnforcement(order: Order): Generator<Issue> {
  const targets = placesOf(order).flatMap(([, list]) => list)
  if (targets.length === 0 || targets.some((target) => targetKind(target) !== 'ip')) return
  const message = 'are IP addresses alone: nothing of this order can be enforced, and it is shown'
  yield { code: 'addresses-alone', path: 'targets', message }
}

/** As many of each kind are told: a list may have a million names. */
const most = 5

function* onNames(order: Order): Generator<Issue> {
  const places = placesOf(order)
  const listed = new Set<string>()
  const domains = new Set<string>()
  for (const [, targets] of places)
    for (const target of targets) {
      const name = nameOf(target)
      if (name === undefined) continue
      listed.add(name)
      if (targetKind(target) === 'domain') domains.add(name)
    }
  for (const adviceOf of [
    (target: Target) => onLookAlike(target, listed),
    (target: Target) => onCovered(target, domains),
  ])
    yield* firstOf(places, adviceOf)
}

type Advice = Pick<Issue, 'code' | 'message'> | undefined

function* firstOf(places: ReturnType<typeof placesOf>, adviceOf: (target: Target) => Advice): Generator<Issue> {
  let found = 0
  let code = ''
  for (const [path, targets] of places)
    for (const [at, target] of targets.entries()) {
      const advice = adviceOf(target)
      if (!advice) continue
      code = advice.code
      if (++found <= most) yield { ...advice, path: `${path}[${at}]` }
    }
  if (found > most) yield { code, path: '', message: `and ${found - most} more targets of this kind` }
}

/** A name that is taken for another: of the order, of a host that many people know, or of none that anybody wrote. */
function onLookAlike(target: Target, listed: ReadonlySet<string>): Advice {
  const host = nameOf(target)
  const spelled = host === undefined ? undefined : unicodeHost(host)
  if (spelled === undefined) return undefined
  const read = readName(spelled)
  if (read === spelled) return undefined
  const known = listed.has(read) ? ', which is listed too' : protectedHit(read) ? ', which many people need' : undefined
  if (known === undefined && !isMixedScript(spelled) && !hasDash(spelled)) return undefined
  const message = `${JSON.stringify(spelled)} is easily taken for ${JSON.stringify(read)}${known ?? ''}: look at it letter by letter`
  return { code: 'look-alike', message }
}

/** A name below a domain that is listed: the domain covers it, whatever becomes of the name. */
function onCovered(target: Target, domains: ReadonlySet<string>): Advice {
  const name = nameOf(target)
  if (name === undefined || targetKind(target) === 'url') return undefined
  const above = suffixesOf(name).find((one) => one !== name && domains.has(one))
  return above === undefined
    ? undefined
    : { code: 'covered', message: `${name} lies below ${above}, which is listed and covers it: leave one of them out` }
}
