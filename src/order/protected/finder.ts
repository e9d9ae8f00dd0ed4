import type { Target } from '../order.ts'
import { nameOf, targetKind, valueOf } from '../targets/target.ts'

/** Hosts that are needed for one reason. */
export interface HostGroup<Kind> {
  kind: Kind
  hosts: readonly string[]
  /** Whether each stands for every name below it, too. */
  below?: boolean
}

/** The host of a group that a target would block. */
export interface Hit<Kind> {
  kind: Kind
  host: string
}

export type Finder<Kind> = (target: Target) => Hit<Kind> | undefined

/**
 * Finds the host of the groups that blocking a target would block:
 *
 *   host                target                      hit
 *   youtube.com         youtube.com                 yes; so are www.youtube.com and m.youtube.com, which open the same site
 *   youtube.com         films.youtube.com           no: that is a part of it
 *   ocsp.digicert.com   digicert.com                yes: a domain covers the names below it
 *   ocsp.digicert.com   {"host": "digicert.com"}    no: a host alone does not
 *   gouv.fr and below   impots.gouv.fr              yes
 *   youtube.com         https://youtube.com/watch   no: a page is not its host
 *   youtube.com         {"host": "youtube.com:81"}  no: nor is another port
 *   any                 an IP address               no: it is never enforced
 */
export function finderOf<Kind>(groups: readonly HostGroup<Kind>[]): Finder<Kind> {
  const places = placesOf(groups)
  // A million names are looked up: nothing is made for each but the names above it.
  return (target) => {
    const name = wholeName(target)
    if (name === undefined) return undefined
    const isDomain = targetKind(target) === 'domain'
    let opensSite = true
    for (let start = 0; ;) {
      const place = places.get(start === 0 ? name : name.slice(start))
      const hit = (opensSite && (place?.named ?? (isDomain ? place?.above : undefined))) || place?.below
      if (hit) return hit
      const dot = name.indexOf('.', start)
      if (dot === -1) return undefined
      opensSite = start === 0 && (name.startsWith('www.') || name.startsWith('m.'))
      start = dot + 1
    }
  }
}

/** The hosts that blocking a name would block: the site of that name, one below it, or one for which a name above it stands. */
interface Place<Kind> {
  named?: Hit<Kind>
  above?: Hit<Kind>
  below?: Hit<Kind>
}

function placesOf<Kind>(groups: readonly HostGroup<Kind>[]): Map<string, Place<Kind>> {
  const places = new Map<string, Place<Kind>>()
  const add = (name: string, place: Place<Kind>) => places.set(name, { ...place, ...places.get(name) })
  for (const { kind, hosts, below } of groups)
    for (const host of hosts) {
      const hit = { kind, host }
      add(host, below ? { below: hit } : { named: hit })
      for (const parent of parentsOf(host)) add(parent, { above: hit })
    }
  return places
}

/** The name that a target blocks whole: a page does not, nor one port. */
function wholeName(target: Target): string | undefined {
  const kind = targetKind(target)
  if (kind === 'host' && valueOf(target).includes(':')) return undefined
  return kind === 'domain' || kind === 'host' ? nameOf(target) : undefined
}

/** The names above a host, up to its last label: `gov` stands for all of the United States' government. */
function parentsOf(host: string): string[] {
  const labels = host.split('.')
  return labels.slice(1).map((_, at) => labels.slice(at + 1).join('.'))
}
