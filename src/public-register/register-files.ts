import { inForceAt } from '../export/in-force.ts'
import { zoneText } from '../export/zone-text.ts'
import { mostZones, zoneFileName, zonesOf } from '../export/zones.ts'
import { changesFeed } from './atom.ts'
import { changesSince, withdrawnSince, type Past } from './changes.ts'
import { namesPath } from './facts.ts'
import { nameList } from './names.ts'
import { arrangements, indexPage, type Arrangement } from './pages/index-page.tsx'
import { orderPage } from './pages/order-page.tsx'
import { withdrawnPage } from './pages/withdrawn-page.tsx'
import { publishedOrder, type GivenDocument } from './published-order.ts'
import style from './register.css?raw'
import script from './search.js?raw'
import type { Register, RegisterFile } from './setting.ts'
import { registerDocument, registerTable } from './tables.ts'

type Given = Omit<Register, 'orders' | 'withdrawn' | 'changes'>

/**
 * Every file of the register at an instant: pages in every language, tables, zones, and what has changed.
 *
 * @param past the register as it was before, by which its changes are known
 */
export function registerFiles(documents: readonly GivenDocument[], past: Past, given: Given): RegisterFile[] {
  const { now } = given
  const orders = documents
    .map((one) => publishedOrder(one, now))
    .toSorted(
      (a, b) =>
        compared(b.record.order.decisions[0].date, a.record.order.decisions[0].date) ||
        compared(a.record.order.id, b.record.order.id),
    )
  const withdrawn = withdrawnSince(past, orders, now)
  const register = { ...given, orders, withdrawn, changes: changesSince(past, orders, now) }
  const codes = [...register.words.keys()]
  const everyLanguage = (path: (code: string) => string, page: (code: string) => string) =>
    codes.flatMap((code) => [
      { path: path(code), text: page(code) },
      // The page that is asked for in no language is a copy of one.
      ...(code === register.language ? [{ path: path('index'), text: page(code) }] : []),
    ])
  return [
    { path: 'register.css', text: style },
    { path: 'search.js', text: script },
    ...zoneFilesOf(documents, now),
    ...orders.flatMap((one) =>
      one.hidden ? [] : [{ path: namesPath(one.record.order.id), text: nameList(one, now) }],
    ),
    ...orders.flatMap((one) =>
      everyLanguage(
        (code) => `orders/${one.record.order.id}/${code}.html`,
        (code) => orderPage(one, code, register),
      ),
    ),
    ...withdrawn.flatMap((one) =>
      everyLanguage(
        (code) => `orders/${one.id}/${code}.html`,
        (code) => withdrawnPage(one, code, register),
      ),
    ),
    ...(Object.keys(arrangements) as Arrangement[]).flatMap((by) =>
      everyLanguage(
        (code) => (code === 'index' ? `${arrangements[by]}.html` : `${arrangements[by]}.${code}.html`),
        (code) => indexPage(by, code, register),
      ),
    ),
    { path: 'register.csv', text: registerTable(register) },
    { path: 'changes.atom', text: changesFeed(register) },
    { path: 'register.json', text: registerDocument(register) },
  ]
}

/** A zone an order in force; where resolvers do not take so many, those that `writ export` would name, too. */
function zoneFilesOf(documents: readonly GivenDocument[], now: number): RegisterFile[] {
  const inForce = documents.filter(({ hidden }) => !hidden).flatMap(({ order }) => inForceAt(order, now) ?? [])
  const single = inForce.flatMap((one) => zonesOf([one]))
  const pooled = inForce.length > mostZones ? zonesOf(inForce) : []
  return [...single, ...pooled].map((zone) => ({
    path: `zones/${zoneFileName(zone.id)}`,
    text: zoneText(zone, now).text,
  }))
}

function compared(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
