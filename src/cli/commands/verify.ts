import { countTargets } from '../../order/targets/counts.ts'
import { checkFeed, newReader, type CheckedFeed } from '../../feed/publishing/check-feed.ts'
import { line } from '../documents.ts'
import { exit, UsageError, command, json } from '../command.ts'
import { refuseWith } from '../feed/change-site.ts'
import { getOverHttp } from '../../feed/get-over-http.ts'
import { askInTime } from '../feed/ask-in-time.ts'
import { siteReader } from '../feed/site-folder.ts'

/** `writ verify URL|DIR --root SHA256`: a feed as a browser that meets it for the first time reads it. */
export const verify = command<{ root?: string; json?: boolean }>({
  name: 'verify',
  takes: '<place>',
  usage: 'URL|DIR --root SHA256',
  does: 'a feed as a browser reads it',
  options: [{ flags: '--root <sha256>', does: 'the fingerprint of the feed’s root' }, json],
  examples: ['writ verify site --root 0123…'],
  async run({ values, positionals }, world) {
    const [place, ...more] = positionals
    const pin = values.root
    if (place === undefined || more.length > 0) throw new UsageError('verify needs one address or folder')
    if (pin === undefined || !/^[0-9a-f]{64}$/i.test(pin)) throw new UsageError('verify needs --root SHA256')
    const now = world.now()
    const request = /^https?:\/\//.test(place)
      ? { sources: [getOverHttp(place, askInTime)], pin, kept: new Map(), now }
      : newReader(siteReader(place), pin, now)
    const checked = await checkFeed(request)
    for (const warning of checked.warnings) world.error(`warning: ${line(warning)}`)
    if (!checked.ok) return refuseWith(checked.issues, world)
    world.out(values.json ? JSON.stringify(summary(checked.value), null, 2) : report(checked.value))
    return checked.value.issues.length === 0 ? exit.good : refuseWith(checked.value.issues, world)
  },
})

function summary({ trusted, orders }: CheckedFeed) {
  const { root, timestamp, snapshot } = trusted
  return {
    root: root.version,
    version: snapshot.version,
    goodUntil: new Date(timestamp.expires).toISOString(),
    orders: orders.map(({ offer, order }) => ({
      path: offer.path,
      id: order.id,
      version: order.version,
      sha256: offer.digest,
      targets: countTargets(order),
    })),
  }
}

function report(feed: CheckedFeed): string {
  const { root, version, goodUntil, orders } = summary(feed)
  return [
    `version ${version}, good until ${goodUntil}; root ${root}; ${orders.length} orders`,
    ...orders.map(
      ({ path, version, targets }) => `  ${path}  v${version}  ${targets.domains} domains, ${targets.urls} URLs`,
    ),
  ].join('\n')
}
