import type { CDPSession, Page } from 'puppeteer-core'
import type { Launched } from './launch.mjs'

/** The notice on a result page, as text. */
export interface Said {
  /** The region's label, for assistive technology. */
  label: string
  status: string
  button: string
  /** Whether the orders are open. */
  expanded: string
  /** Each order's parts, one after the other. */
  orders: string[][]
}

/** A node as either driver describes it, shadow trees among its children. */
interface Described {
  name: string
  attributes: Record<string, string>
  text: string
  children: Described[]
}

const host = '[data-writ=notice]'

/** Its tree is closed, and no script of the page can read it: the browser's own protocols can. Undefined where there is none. */
export async function noticeOn(writ: Launched, tab: Page): Promise<Said | undefined> {
  const described = await (writ.name === 'chromium' ? describedByCdp(tab) : describedByBidi(writ, tab))
  return described && saidIn(described)
}

function saidIn(notice: Described): Said {
  const one = (name: string) => allIn(notice, name)[0]!
  return {
    label: one('section').attributes['aria-label'] ?? '',
    status: textOf(one('span')),
    button: textOf(one('button')),
    expanded: one('button').attributes['aria-expanded'] ?? '',
    orders: allIn(one('ul'), 'li').map((item) => item.children.map(textOf)),
  }
}

function allIn(node: Described, name: string): Described[] {
  return node.children.flatMap((child) => [...(child.name === name ? [child] : []), ...allIn(child, name)])
}

function textOf(node: Described): string {
  return node.text + node.children.map(textOf).join('')
}

interface CdpNode {
  localName: string
  nodeValue: string
  attributes?: string[]
  children?: CdpNode[]
  shadowRoots?: CdpNode[]
}

async function describedByCdp(tab: Page): Promise<Described | undefined> {
  const session: CDPSession = await tab.createCDPSession()
  try {
    const { root } = await session.send('DOM.getDocument')
    const { nodeId } = await session.send('DOM.querySelector', { nodeId: root.nodeId, selector: host })
    if (nodeId === 0) return undefined
    const { node } = await session.send('DOM.describeNode', { nodeId, depth: -1, pierce: true })
    return fromCdp(node)
  } finally {
    await session.detach()
  }
}

function fromCdp({ localName, nodeValue, attributes = [], children = [], shadowRoots = [] }: CdpNode): Described {
  const pairs = attributes.flatMap((name, at) => (at % 2 === 0 ? [[name, attributes[at + 1] ?? '']] : []))
  return {
    name: localName,
    attributes: Object.fromEntries(pairs),
    text: nodeValue,
    children: [...shadowRoots, ...children].map(fromCdp),
  }
}

interface BidiNode {
  value: {
    localName?: string
    nodeValue?: string
    attributes?: Record<string, string>
    children?: BidiNode[]
    shadowRoot?: BidiNode | null
  }
}

/** The driver has no call of its own for it. */
interface Bidi {
  connection: { send(method: string, params: object): Promise<{ result: { result: BidiNode & { type: string } } }> }
}

async function describedByBidi({ browser }: Launched, tab: Page): Promise<Described | undefined> {
  const { connection } = browser as unknown as Bidi
  const { result } = await connection.send('script.evaluate', {
    expression: `document.querySelector('${host}')`,
    target: { context: (tab.mainFrame() as unknown as { _id: string })._id },
    awaitPromise: false,
    serializationOptions: { maxDomDepth: 10, includeShadowTree: 'all' },
  })
  return result.result.type === 'node' ? fromBidi(result.result) : undefined
}

function fromBidi({ value }: BidiNode): Described {
  const { localName = '', nodeValue = '', attributes = {}, children = [], shadowRoot } = value
  return {
    name: localName,
    attributes,
    text: nodeValue,
    children: [...(shadowRoot ? [shadowRoot] : []), ...children].map(fromBidi),
  }
}
