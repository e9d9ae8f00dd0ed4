import { keyOf } from '../import/judge/known.ts'
import type { Judged } from '../import/judge/judge.ts'
import type { LocalText, Order } from '../order/order.ts'

/**
 * The draft, in Markdown, of an application for a decision that adds names to an order: under a static order each new name
 * needs the judge. It states what the order's document says, and asks for what only the applicant can know.
 */
export function supplementText(order: Order, { taken, items }: Judged): string {
  const said = (text: LocalText) => text[order.language] ?? Object.values(text)[0]!
  const [first] = order.decisions
  const courts = first.courts.map(({ name }) => said(name)).join(', ')
  const names = taken.map((target) => keyOf(target).replace(/^=/, ''))
  return plain([
    `# Application to add ${names.length} names`,
    `**Order:** ${escaped(said(order.title))} (\`${order.id}\`, version ${order.version})`,
    [
      `- Court: ${escaped(courts)}`,
      `- Decision of: ${first.date}`,
      `- Docket: ${first.docket === undefined ? fill : escaped(first.docket)}`,
      ...order.legalBasis.map(({ citation }) => `- Legal basis: ${escaped(said(citation))}`),
      `- Applicants: ${listOf(order.applicants, said)}`,
      `- Addressees: ${listOf(
        order.measures.flatMap(({ addressees }) => addressees),
        said,
      )}`,
    ].join('\n'),
    dynamicText(order),
    '## What is asked',
    `To extend the measures of that decision to the names below, for the remaining term: ${fill}`,
    ...names.map(sectionOf),
    ...leftOut(items),
    '## Signature',
    `Date: ${fill}\n\nName and capacity: ${fill}`,
  ])
}

const fill = '____________'

function dynamicText({ dynamic }: Order): string {
  const whoever = (dynamic ?? []).filter((who) => who !== 'none')
  if (whoever.length > 0)
    return `The order lets names be added without a new decision (${whoever.join(', ')}): see first whether that is the way.`
  return dynamic === undefined
    ? 'The document does not say whether names can be added without a new decision: see the decision first.'
    : 'Nobody may add names to this order without a new decision.'
}

function sectionOf(name: string, at: number): string {
  return [
    `### ${at + 1}. \`${name}\``,
    `- What is offered there, seen on (date, time): ${fill}`,
    `- Exhibit (record, screenshots): ${fill}`,
    `- Works or rights concerned: ${fill}`,
    `- Link to the sites that were judged (redirection, copy, same operator): ${fill}`,
    `- Operator, and what was asked of them and of the host: ${fill}`,
    `- Other content or services under the name: ${fill}`,
  ].join('\n')
}

/** Entries that the draft does not ask for, each with its reason. */
function leftOut(items: Judged['items']): string[] {
  if (items.length === 0) return []
  const lines = items.map(({ value, class: kind, reason }) => `- \`${value.replaceAll('`', '’')}\`: ${kind}: ${reason}`)
  return ['## Listed, and not asked for', lines.join('\n')]
}

function listOf(parties: readonly { name?: LocalText }[], said: (text: LocalText) => string): string {
  return parties.map(({ name }) => (name ? escaped(said(name)) : fill)).join('; ') || fill
}

/** A name of a party is text: in Markdown some characters would not be. */
function escaped(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>#|]/g, String.raw`\$&`).replaceAll('\n', ' ')
}

function plain(parts: readonly string[]): string {
  return parts.join('\n\n')
}
