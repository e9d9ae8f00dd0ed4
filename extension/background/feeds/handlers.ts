import { getOverHttp } from '../../../src/feed/get-over-http.ts'
import { firstRoot, previewFeed, type FeedPreview } from '../../../src/feed/preview.ts'
import { failed, type Issue, type Result } from '../../../src/order/issue.ts'
import { Report } from '../../../src/order/reading/reader.ts'
import { feedAddress, feedSource, type FeedSource } from '../../../src/policy/feed-values.ts'
import type { Requests } from '../../messages/requests.ts'
import { readEffective } from '../../store/reader.ts'
import type { Handlers } from '../answer-pages.ts'
import { rewriteSettings } from '../change-settings.ts'
import { refusal, refuseInPrivateWindow } from '../refusals.ts'
import { askInTime } from './ask-in-time.ts'
import { pollNow } from './follow.ts'
import { release } from './release.ts'

/** Answers to what pages ask for about feeds. */
export const feedHandlers: Pick<Handlers, Extract<keyof Requests, `feeds/${string}`>> = {
  async 'feeds/preview'({ text }) {
    const refused = await refusal()
    return refused ? failed([refused]) : preview(text.trim())
  },
  async 'feeds/add'({ text }) {
    const refused = await refusal()
    if (refused) return failed([refused])
    const source = readSource(text)
    if (!source.ok) return source
    const { root } = source.value
    const { feeds } = await readEffective()
    if (feeds.some((one) => one.root === root)) return failed([known])
    await rewriteSettings((settings) => ({ ...settings, feeds: [...(settings.feeds ?? []), source.value] }))
    await pollNow(root)
    return { ok: true, value: { root }, warnings: [] }
  },
  async 'feeds/remove'({ root }) {
    refuseInPrivateWindow()
    await rewriteSettings((settings) => ({
      ...settings,
      feeds: (settings.feeds ?? []).filter((feed) => feed.root !== root),
    }))
  },
  async 'feeds/update'({ root }) {
    refuseInPrivateWindow()
    await pollNow(root)
  },
  async 'feeds/release'({ root, id, version }) {
    refuseInPrivateWindow()
    await release(root, [{ order: id, version }])
  },
}

const known: Issue = { code: 'feed-known', path: '', message: 'is followed already' }

function readSource(text: string): Result<FeedSource> {
  const report = new Report()
  const source = feedSource(text, '', report)
  return source ? { ok: true, value: source, warnings: [] } : failed(report.issues)
}

/** The address alone is enough: then the root that lies there is shown, for a person to compare. */
async function preview(text: string): Promise<Result<FeedPreview & { source: string }>> {
  const alone = feedAddress(text)
  const root = alone === undefined ? undefined : await firstRoot({ get: getOverHttp(alone, askInTime) })
  if (root && !root.ok) return root
  const written = root ? `${alone} ${root.value}` : text
  const source = readSource(written)
  if (!source.ok) return source
  const shown = await previewFeed(getOverHttp(source.value.addresses[0]!, askInTime), source.value.root, Date.now())
  return shown.ok ? { ...shown, value: { ...shown.value, source: written } } : shown
}
