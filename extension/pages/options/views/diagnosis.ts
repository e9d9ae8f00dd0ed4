import type { Issue } from '../../../../src/order/issue.ts'
import type { Known } from '../props.ts'
import { tally } from '../state-filter.ts'

/**
 * The facts that a supporter needs, and nothing about what was browsed: no address that was visited, nothing that was
 * searched for, no name that an order covers.
 */
export function diagnosisOf(known: Known) {
  const { state, orders, reconciliations, environment, rulesHeld, privacyControl } = known
  const { enforced, effective } = state
  return {
    writ: environment.version,
    browser: environment.browser,
    language: environment.language,
    at: new Date(known.now).toISOString(),
    permissions: {
      granted: environment.permissions,
      websites: state.access,
      privateWindows: state.privateWindows,
      privacyControl,
    },
    rules: {
      fingerprint: enforced.fingerprint,
      held: rulesHeld,
      used: enforced.rules,
      limit: known.capabilities.dynamicRules,
      names: enforced.domains,
      addresses: enforced.urls,
      changedAt: instant(enforced.at),
      nextChange: instant(enforced.nextChange ?? 0),
    },
    orders: tally(orders),
    applied: enforced.orders.map(({ key, version, digest, beyondTerm, targets }) => ({
      key,
      version,
      digest,
      beyondTerm,
      targets,
    })),
    settings: {
      managed: effective.managed,
      locked: effective.locked,
      afterTerm: effective.settings.afterTerm,
      neverContact: effective.settings.neverContact,
      scope: effective.settings.scope,
      enginesOff: Object.keys(effective.settings.engines).filter((id) => effective.settings.engines[id] === false),
      instances: effective.settings.searxngInstances.length,
    },
    limitations: enforced.limitations.map(issueText),
    outdatedOrders: orders.flatMap(({ record: { outdated } }) => (outdated ? [issueText(outdated)] : [])),
    policyIssues: effective.issues.map(issueText),
    reconciledAt: instant(reconciliations.at),
    failures: reconciliations.failures.map(({ at, message }) => `${instant(at)} ${message}`),
  }
}

/** Codes and places; a message may quote a name. */
function issueText({ code, path }: Issue): string {
  return path === '' ? code : `${code} at ${path}`
}

function instant(at: number): string {
  return at === 0 ? 'never' : new Date(at).toISOString()
}

/** The same as lines: `rules.limit: 30000`. */
export function linesOf(value: unknown, path = ''): string[] {
  if (typeof value !== 'object' || value === null) return [`${path}: ${String(value)}`]
  const entries = Object.entries(value)
  if (entries.length === 0) return [`${path}: none`]
  return entries.flatMap(([key, one]) =>
    linesOf(one, Array.isArray(value) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`),
  )
}
