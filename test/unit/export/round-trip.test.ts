import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { FormName } from '../../../src/export/forms.ts'
import type { FormatName } from '../../../src/import/formats.ts'
import { leastNames } from '../../../src/export/least-names.ts'
import { targetKind, valueOf } from '../../../src/order/targets/target.ts'
import type { Target } from '../../../src/order/order.ts'
import { fuzz } from '../fuzz/fuzz.ts'
import { judged } from '../import/judged.ts'
import { exported, orderWith } from './orders.ts'

const name = fc
  .tuple(
    fc.array(fc.constantFrom('a', 'b', 'www', 'x-y', 'my_1'), { maxLength: 3 }),
    fc.constantFrom('one', 'two', 'three'),
  )
  .map(([below, site]) => [...below, site, 'example'].join('.'))
const target: fc.Arbitrary<Target> = fc.oneof(
  { weight: 3, arbitrary: name },
  name.map((host) => ({ host })),
  name.map((host) => ({ host: `${host}:8443` })),
  name.map((host) => ({ url: `https://${host}/films` })),
  fc.constant({ ip: '192.0.2.7' }),
)
const someTargets = fc.uniqueArray(target, {
  minLength: 1,
  maxLength: 12,
  selector: (one) => `${targetKind(one)} ${valueOf(one)}`,
})

/** What comes back of a form, beside domains: as its README says. */
const forms: Record<
  string,
  { file: string; as?: FormatName; hosts: 'as-domains' | 'alone' | 'lost'; others: boolean }
> = {
  bind: { file: 'test-order.zone', hosts: 'as-domains', others: false },
  dnsmasq: { as: 'dnsmasq', file: 'test-order.conf', hosts: 'lost', others: false },
  pihole: { as: 'adblock', file: 'test-order.txt', hosts: 'lost', others: false },
  'adguard-home': { as: 'adblock', file: 'test-order.txt', hosts: 'alone', others: false },
  squid: { file: 'test-order.txt', hosts: 'as-domains', others: false },
  haproxy: { file: 'test-order.below', hosts: 'lost', others: false },
  hosts: { file: 'hosts', hosts: 'as-domains', others: false },
  csv: { file: 'orders.csv', hosts: 'as-domains', others: true },
  json: { file: 'orders.json', hosts: 'as-domains', others: true },
}

function keyOf(one: Target): string {
  return `${targetKind(one)} ${valueOf(one)}`
}

function expected(targets: readonly Target[], { hosts: come, others }: (typeof forms)[string]): Set<string> {
  const of = (kind: string) => targets.filter((one) => targetKind(one) === kind).map(valueOf)
  const hosts = of('host').filter((host) => !host.includes(':'))
  const least = leastNames(new Set(of('domain')), new Set(hosts))
  const domains =
    come === 'as-domains' ? leastNames(new Set([...least.domains, ...least.hosts]), new Set()).domains : least.domains
  const alone = come === 'alone' ? least.hosts : []
  const ports = of('host').filter((host) => host.includes(':'))
  const narrow = others
    ? [...ports.map((host) => ({ host })), ...of('url').map((url) => ({ url })), ...of('ip').map((ip) => ({ ip }))]
    : []
  // Whatever lies below a domain that is taken is counted as covered, and not taken again.
  const isCovered = (one: Target) =>
    targetKind(one) !== 'ip' &&
    domains.some((domain) =>
      `.${new URL(`http://${valueOf(one).replace(/^https?:\/\//, '')}`).hostname}`.endsWith(`.${domain}`),
    )
  return new Set(
    [...domains, ...[...alone.map((host) => ({ host })), ...narrow].filter((one) => !isCovered(one))].map(keyOf),
  )
}

it.each(Object.keys(forms))('%s comes back by writ import as it went', async (form) => {
  const how = forms[form]!
  fuzz(someTargets, 1000, {}, (targets) => {
    const file = exported([orderWith({ targets })], form as FormName).files.find(({ name: one }) => one === how.file)!
    const want = expected(targets, how)
    const { judged: back } = judged(file.text, how.as ? { format: how.as } : {})
    expect(new Set(back.taken.map((one) => keyOf(one as Target))), file.text).toEqual(want)
    expect(back.counts.refused).toBe(0)
    return 'same'
  })
})
