import { preferenceDomains } from '../kit/mobileconfig.ts'
import { registryRoots } from '../kit/windows-registry.ts'

/** A browser whose policies can be met with: those that a kit is made for, and two more of Chromium's kind. */
interface KnownBrowser {
  title: string
  kind: 'chromium' | 'firefox'
  /** A part of the path of its folder of policies. */
  folder: RegExp
  /** Its key of the registry, without the hive. */
  registry: string
  /** Its preference domain on macOS. */
  domain: string
}

const withoutHive = (root: string) => root.replace(/^HKEY_LOCAL_MACHINE\\/, '')

export const knownBrowsers: readonly KnownBrowser[] = [
  {
    title: 'Edge',
    kind: 'chromium',
    folder: /\bedge\b/i,
    registry: withoutHive(registryRoots.edge),
    domain: preferenceDomains.edge,
  },
  {
    title: 'Brave',
    kind: 'chromium',
    folder: /\bbrave\b/i,
    registry: 'SOFTWARE\\Policies\\BraveSoftware\\Brave',
    domain: 'com.brave.Browser',
  },
  {
    title: 'Vivaldi',
    kind: 'chromium',
    folder: /\bvivaldi\b/i,
    registry: 'SOFTWARE\\Policies\\Vivaldi',
    domain: 'com.vivaldi.Vivaldi',
  },
  {
    title: 'Chromium',
    kind: 'chromium',
    folder: /\bchromium\b/i,
    registry: withoutHive(registryRoots.chromium),
    domain: preferenceDomains.chromium,
  },
  {
    title: 'Chrome',
    kind: 'chromium',
    folder: /\bchrome\b/i,
    registry: withoutHive(registryRoots.chrome),
    domain: preferenceDomains.chrome,
  },
  {
    title: 'Firefox',
    kind: 'firefox',
    folder: /\bfirefox\b/i,
    registry: withoutHive(registryRoots.firefox),
    domain: preferenceDomains.firefox,
  },
]

/** The browser that reads a folder of policies, as far as its path tells. */
export function browserOfFolder(path: string): string {
  return knownBrowsers.find(({ kind, folder }) => kind === 'chromium' && folder.test(path))?.title ?? 'Chromium'
}
