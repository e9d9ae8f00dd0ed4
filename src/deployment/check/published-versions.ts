import type { PolicyBytes } from './finding.ts'

/** The newest version of each extension that an update manifest (`updates.xml`) offers, by extension id. */
export function publishedVersions(files: readonly PolicyBytes[]): Map<string, string> {
  const versions = new Map<string, string>()
  for (const { bytes } of files)
    for (const [, id, app] of new TextDecoder()
      .decode(bytes)
      .matchAll(/<app\b[^>]*\bappid=["'](\w+)["'][^>]*>([\s\S]*?)<\/app>/g))
      for (const [check] of app!.matchAll(/<updatecheck\b[^>]*>/g)) {
        const version = /\bversion=["']([\d.]+)["']/.exec(check)?.[1]
        const newest = versions.get(id!)
        if (version !== undefined && (newest === undefined || isOlder(newest, version))) versions.set(id!, version)
      }
  return versions
}

/** Versions of up to four numbers: 1.10 is newer than 1.9. */
export function isOlder(version: string, than: string): boolean {
  const [a, b] = [version, than].map((one) => one.split('.').map(Number))
  for (let at = 0; at < 4; at++) {
    const difference = (a![at] ?? 0) - (b![at] ?? 0)
    if (difference !== 0) return difference < 0
  }
  return false
}
