import { controlsInLine } from '../../order/controls.ts'
import type { Issue, Result } from '../../order/issue.ts'
import {
  nonEmptyList,
  object,
  oneOf,
  pathBelow,
  optional,
  Report,
  required,
  string,
  flag,
  isObject,
  type Field,
} from '../../order/reading/reader.ts'
import { parseUsable } from '../../order/reading/parse-usable.ts'
import { readPolicy, type Policy } from '../../policy/policy.ts'
import { managedIssues } from '../../policy/managed-issues.ts'
import { extensionId, isPackageAddress, packageVersion } from '../installation.ts'
import { layers, type LayerChoices, type LayerName } from './layers.ts'

/** Browsers that a kit can be made for. */
export const browsers = ['chrome', 'edge', 'chromium', 'firefox'] as const
export type BrowserName = (typeof browsers)[number]

/** Where browsers find the packages: `npm run package` writes it as `install.json`. */
interface Installation {
  /** The packages' version. */
  version?: string
  chromium: { id: string; updateUrl: string }
  firefox: { id: string; url: string }
}

/** An administrator's decisions; everything in a kit is made from them. */
export interface KitConfig {
  /** Shown by systems that list who installed a profile. */
  organisation: string
  browsers: BrowserName[]
  install: Installation
  /** Managed settings as they reach the extension, checked. */
  settings: Record<string, unknown>
  /** The same settings, read. */
  policy: Policy
  layers: LayerChoices
  /** The kit's revision, for people; made of the day and the orders where it is not given. */
  revision?: string
  /** Firefox ESR may be told to take a package that Mozilla has not signed; no other Firefox can. */
  unsignedInFirefoxEsr: boolean
}

/**
 * Reads a kit's configuration, whose files are already in their places: `install` is an object, and each of
 * `settings.orders` is a document or its text. Nothing is made from a configuration of which a part cannot be used.
 */
export function readConfig(value: unknown): Result<KitConfig> {
  const report = new Report()
  const read = config(value, '', report)
  const settings = isObject(value) && isObject(value['settings']) ? ordersAsText(value['settings']) : {}
  const policy = readPolicy(settings, parseUsable)
  const issues: Issue[] = [
    ...report.issues,
    ...report.warnings.filter(({ code }) => code === 'unknown-key').map(unknownKey),
    ...managedIssues(settings, true).map((issue) => ({ ...issue, path: pathBelow('settings', issue.path) })),
  ]
  const [first, ...others] = issues
  if (first || !read) return { ok: false, issues: [first ?? shapeless, ...others], warnings: [] }
  return { ok: true, value: { ...withDefaults(read), settings, policy }, warnings: [] }
}

const shapeless: Issue = { code: 'not-a-config', path: '', message: 'is not the configuration of a kit' }

/** A key that is left out of an order document does no harm; here, what an administrator meant would not be done. */
function unknownKey({ path }: Issue): Issue {
  return { code: 'unknown-key', path, message: 'is not known here: check its spelling' }
}

function ordersAsText({ orders, ...others }: Record<string, unknown>): Record<string, unknown> {
  if (!Array.isArray(orders)) return orders === undefined ? others : { ...others, orders }
  return { ...others, orders: orders.map((order) => (isObject(order) ? JSON.stringify(order) : order)) }
}

function withDefaults(read: NonNullable<ReturnType<typeof config>>): Omit<KitConfig, 'settings' | 'policy'> {
  const chosen = Object.fromEntries(layers.map(({ name, choices }) => [name, read.layers?.[name] ?? choices[0]]))
  return {
    organisation: read.organisation,
    browsers: read.browsers ?? [...browsers],
    install: read.install,
    layers: chosen as LayerChoices,
    ...(read.revision === undefined ? {} : { revision: read.revision }),
    unsignedInFirefoxEsr: read.unsignedInFirefoxEsr ?? false,
  }
}

const address = string('address', isPackageAddress, 'must be an address: https://..., or file:///... on every machine')

const installation = object({
  version: optional(string('version', (text) => packageVersion.test(text), 'must be a version such as 1.2.0')),
  chromium: required(
    object({
      id: required(string('extension-id', (text) => extensionId.test(text), 'must be 32 letters from a to p')),
      updateUrl: required(address),
    }),
  ),
  firefox: required(
    object({
      id: required(
        string('add-on-id', (text) => /^(\{[0-9a-f-]{36}\}|[\w.-]*@[\w.-]+)$/i.test(text), 'must be name@domain'),
      ),
      url: required(address),
    }),
  ),
})

const layerChoices = object(
  Object.fromEntries(layers.map(({ name, choices }) => [name, optional(oneOf(...choices))])) as Record<
    LayerName,
    Field<string, false>
  >,
)

function isName(text: string): boolean {
  return text.trim() !== '' && !controlsInLine.test(text)
}

const config = object({
  organisation: required(string('organisation', isName, 'must be a name, on one line and without control characters')),
  browsers: optional(nonEmptyList(oneOf(...browsers))),
  install: required(installation),
  settings: optional((value, path, report) =>
    isObject(value) ? value : report.issue('not-an-object', path, 'must be an object'),
  ),
  layers: optional(layerChoices),
  revision: optional(string('revision', isName, 'must be a name, on one line and without control characters')),
  unsignedInFirefoxEsr: optional(flag),
})
