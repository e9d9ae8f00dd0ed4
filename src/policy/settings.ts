import type { Scope } from '../search/decide.ts'
import type { Choices } from '../standing/application.ts'
import type { Acknowledgement } from '../standing/application.ts'
import type { FeedSource, HeldUpdate } from './feed-values.ts'
import type { ExemptHost } from './values.ts'

/** Everything that a person or an administrator can set. */
export interface Settings extends Choices {
  /** Open no connection to a blocked host, not even ahead of a request: the browser's prediction is switched off. */
  neverContact: boolean
  /** Search engines on which results are hidden, by engine id; those that are not here are on. */
  engines: Record<string, boolean>
  scope: Scope
  /** Hosts of SearXNG instances: everybody may run one, so they are named. */
  searxngInstances: string[]
  /** Whether no welcome page opens after installing. */
  disableFirstRunPage: boolean
  /** Whether people may add orders of their own. */
  allowUserOrders: boolean
  /** The contact for questions about a block: a name, and how to reach them. */
  supportName: string
  supportContact: string
  supportUrl: string
  /** Names that no order may block here, each with the names below it. */
  protectedNames: string[]
  /** Hosts that stay open here though an order names them, each with its reason. */
  exemptHosts: ExemptHost[]
  /** Entries of orders that are held because many people need their hosts, and that are meant. */
  acknowledge: Acknowledgement[]
  /** Feeds whose orders are followed. */
  feeds: FeedSource[]
  /** Versions of orders that feeds bring and that are applied though they are held. */
  acceptUpdates: HeldUpdate[]
}

export const defaults: Settings = {
  afterTerm: 'stop',
  choices: {},
  neverContact: false,
  engines: {},
  scope: 'every',
  searxngInstances: [],
  disableFirstRunPage: false,
  allowUserOrders: true,
  supportName: '',
  supportContact: '',
  supportUrl: '',
  protectedNames: [],
  exemptHosts: [],
  acknowledge: [],
  feeds: [],
  acceptUpdates: [],
}

export type SettingName = keyof Settings

/** Settings that a person may set; choices are made order by order. */
export const userSettings = ['afterTerm', 'neverContact', 'engines', 'scope', 'searxngInstances'] as const

export type UserSettings = Pick<Settings, (typeof userSettings)[number]>
