import { unicodeHost } from '../../words/unicode-host.ts'
import { controlsInText } from '../../order/controls.ts'
import type { Target } from '../../order/order.ts'
import { nameOf, targetKind } from '../../order/targets/target.ts'
import { dayIn } from '../days.ts'
import type { Entry, Sink } from '../entry.ts'
import { coveringDomain, keyOf } from './known.ts'
import { isMixedScript, latinReading } from '../../order/mixed-script.ts'
import { shown, type Counts, type EntryClass, type Item, type Why } from './report.ts'
import { targetIn, type BareTarget, type ReadingOptions } from './target-in.ts'
import type { LiftedTarget, ListedTarget } from './listed-target.ts'
import { hasKnownEnding } from './known-ending.ts'

export interface JudgeOptions extends ReadingOptions {
  /** Takes what would be held. */
  accept: boolean
  /** The host that many people need and a target would block, and why it is held; undefined where there is none. */
  protectedBy(target: Target): { host: string; reason: string } | undefined
  /** The order's targets that count already. */
  listed: Iterable<Target>
  /** The targets of a list that the file takes the place of: of these none is held again. */
  replaced: Iterable<Target>
}

/** Targets that an order gains by a file, and the report on its entries. */
export interface Judged {
  counts: Counts
  items: Item[]
  /** Lines and rows that are no entries, counted by kind. */
  ignored: Record<string, number>
  /** The number of the targets taken that are addresses, which are kept and never enforced. */
  addresses: number
  taken: ListedTarget[]
  /** Targets that the file lists as lifted, each with its `liftedOn`. */
  lifted: LiftedTarget[]
}

/** Judges entries one by one; what is covered by a domain that comes later is known only when all are read. */
export class Judge implements Sink {
  readonly #options: JudgeOptions
  readonly #counts: Counts = { taken: 0, duplicate: 0, covered: 0, lifted: 0, refused: 0, held: 0, other: 0 }
  readonly #items: Item[] = []
  readonly #ignored = new Map<string, number>()
  readonly #listed: Set<string>
  readonly #replaced: Set<string>
  #file: string | undefined
  readonly #taken = new Map<string, { line: number; file: string | undefined; target: ListedTarget }>()
  readonly #lifted = new Map<string, LiftedTarget>()

  constructor(options: JudgeOptions) {
    this.#options = options
    this.#listed = new Set([...options.listed].map(keyOf))
    this.#replaced = new Set([...options.replaced].map(keyOf))
  }

  /** Says from which of several files the next entries are. */
  begin(file: string): void {
    this.#file = file
  }

  ignore(what: string, count = 1): void {
    this.#ignored.set(what, (this.#ignored.get(what) ?? 0) + count)
  }

  entry(entry: Entry): void {
    const { line, value, other } = entry
    if (other !== undefined)
      return this.#leave(line, value, 'other', { code: 'other-kind', parts: [other], reason: other })
    const read = targetIn(value, entry.alone ?? false, this.#options)
    if (!read.ok) return this.#leave(line, value, 'refused', { code: read.code, reason: read.message })
    if (entry.inProse && !hasKnownEnding(read.target)) return this.#leave(line, value, 'other', words)
    const lifted = entry.lifted === undefined ? undefined : dayIn(entry.lifted)
    if (lifted !== undefined) return this.#takeLifted(entry, read.target, lifted)
    const key = keyOf(read.target)
    if (this.#taken.has(key)) return this.#leave(line, value, 'duplicate', inFile)
    if (this.#listed.has(key)) return this.#leave(line, value, 'duplicate', inOrder)
    const isNew = !this.#options.accept && !this.#replaced.has(key)
    const why = isNew ? this.#whyHeld(entry, read.target) : undefined
    if (why !== undefined) return this.#leave(line, value, 'held', why)
    this.#taken.set(key, { line, file: this.#file, target: this.#annotated(read.target, entry) })
  }

  finish(): Judged {
    const isListed = (domain: string) => this.#taken.has(domain) || this.#listed.has(domain)
    const taken: ListedTarget[] = []
    for (const { line, file, target } of this.#taken.values()) {
      const above = coveringDomain(target, isListed)
      this.#file = file
      if (above === undefined) taken.push(target)
      else this.#leave(line, keyOf(target).replace(/^=/, ''), 'covered', coveredBy(above))
    }
    const counts = { ...this.#counts, taken: taken.length }
    const items = this.#items.toSorted((a, b) => (a.file === b.file ? a.line - b.line : 0))
    const ignored = Object.fromEntries(this.#ignored)
    const addresses = taken.filter(isAddress).length
    return { counts, items, ignored, addresses, taken, lifted: [...this.#lifted.values()] }
  }

  #leave(line: number, value: string, what: Exclude<EntryClass, 'taken'>, why: Why): void {
    this.#counts[what]++
    const place = this.#file === undefined ? {} : { file: this.#file }
    this.#items.push({ ...place, line, value: shown(value), class: what, ...why })
  }

  #whyHeld({ inProse, lifted }: Entry, target: BareTarget): Why | undefined {
    const spelled = unicodeHost(nameOf(target) ?? '')
    if (spelled !== undefined && isMixedScript(spelled)) return mixed(latinReading(spelled))
    if (inProse) return { code: 'in-sentence', reason: 'stands in a sentence: see there what is said of it' }
    if (lifted !== undefined) return unreadDay(shown(lifted))
    const hit = this.#options.protectedBy(target)
    return hit && { code: 'protected-host', parts: [hit.host], reason: hit.reason }
  }

  #takeLifted(entry: Entry, bare: BareTarget, liftedOn: string): void {
    const { line, value } = entry
    const target = this.#annotated(bare, entry)
    const annotated = typeof target === 'string' ? { domain: target } : target
    const { addedOn } = annotated
    if (addedOn !== undefined && liftedOn < addedOn)
      return this.#leave(line, value, 'refused', liftedBefore(liftedOn, addedOn))
    const key = [keyOf(bare), addedOn, liftedOn].join(' ')
    if (this.#lifted.has(key)) return this.#leave(line, value, 'duplicate', inFile)
    this.#lifted.set(key, { ...annotated, liftedOn })
    const reason = `is lifted since ${liftedOn}`
    this.#leave(line, value, 'lifted', { code: 'lifted', parts: [liftedOn], reason })
  }

  /** A name of which the file says nothing else stays a plain string: a list may have a million. */
  #annotated(target: BareTarget, { added, authority, docket }: Entry): ListedTarget {
    if (added === undefined && authority === undefined && docket === undefined) return target
    const addedOn = added === undefined ? undefined : dayIn(added)
    if (added !== undefined && addedOn === undefined) this.ignore('day that cannot be read')
    return {
      ...(typeof target === 'string' ? { domain: target } : target),
      ...(authority === undefined ? {} : { note: textOf(authority) }),
      ...(docket === undefined ? {} : { reference: textOf(docket) }),
      ...(addedOn === undefined ? {} : { addedOn }),
    }
  }
}

function isAddress(target: BareTarget): boolean {
  return typeof target !== 'string' && targetKind(target) === 'ip'
}

const words: Why = { code: 'no-name', reason: 'words, and no name' }
const inFile: Why = { code: 'in-file', reason: 'is in the file already' }
const inOrder: Why = { code: 'in-order', reason: 'is in the order already' }

function coveredBy(domain: string): Why {
  return { code: 'covered', parts: [domain], reason: `is covered by ${domain}` }
}

function unreadDay(text: string): Why {
  return { code: 'lifted-when', parts: [text], reason: `may be lifted: "${text}" is no day that can be read` }
}

function liftedBefore(liftedOn: string, addedOn: string): Why {
  const reason = `is lifted on ${liftedOn}, before it was added on ${addedOn}`
  return { code: 'lifted-before-added', parts: [liftedOn, addedOn], reason }
}

function mixed(reading: string | undefined): Why {
  const offer = reading === undefined ? 'look at it, letter by letter' : `if ${reading} is meant, write that`
  const reason = `has letters of several scripts in one label: ${offer}`
  return reading === undefined ? { code: 'scripts', reason } : { code: 'scripts-latin', parts: [reading], reason }
}

/** A text that an order may hold: of a million rows each has one. */
function textOf(cell: string): string {
  return cell.slice(0, 500).replace(controls, ' ')
}

const controls = new RegExp(controlsInText, 'gu')
