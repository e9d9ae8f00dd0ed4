import type { Issue, Result } from '../../order/issue.ts'
import { digestOf } from './bytes.ts'
import { isMatch } from './path-pattern.ts'
import type { Delegation, Target, Targets } from './metadata.ts'
import { refuse, settle } from './refusal.ts'
import { fit, needFile, targetPath, type Repository } from './repository.ts'
import { updateTargets, type Trusted } from './update.ts'

/** Delegated roles that one search asks. */
const mostDelegations = 32

/** Delegated roles that are asked for all that a repository offers. */
const mostRoles = 1024

interface Step {
  delegation: Delegation
  delegator: Targets
}

/** The repository's description of a target; undefined where no role that may speak of it does. */
export function findTarget(
  repository: Repository,
  trusted: Trusted,
  path: string,
): Promise<Result<Target | undefined>> {
  return settle(() => search(repository, trusted, path))
}

/** Depth first, in the order in which the delegations stand; no role twice, so that no circle is followed. */
async function search(repository: Repository, trusted: Trusted, path: string): Promise<Target | undefined> {
  const asked = new Set<string>()
  const steps: Step[] = []
  let { targets } = trusted
  for (;;) {
    const found = targets.targets.get(path)
    if (found) return found
    const covering = await coveringSteps(targets, path)
    if (covering.at(-1)?.delegation.terminating) steps.length = 0
    steps.push(...covering.toReversed())
    let step = steps.pop()
    while (step && asked.has(step.delegation.name)) step = steps.pop()
    if (!step || asked.size === mostDelegations) return undefined
    asked.add(step.delegation.name)
    targets = await delegatedTargets(repository, trusted, step)
  }
}

/** The delegations that cover a path, up to the first that ends the search. */
async function coveringSteps(delegator: Targets, path: string): Promise<Step[]> {
  const steps: Step[] = []
  for (const delegation of delegator.delegations) {
    if (!(await covers(delegation, path))) continue
    steps.push({ delegation, delegator })
    if (delegation.terminating) break
  }
  return steps
}

export async function covers({ paths, hashPrefixes }: Delegation, path: string): Promise<boolean> {
  if (paths?.some((pattern) => isMatch(path, pattern))) return true
  if (!hashPrefixes) return false
  const digest = await digestOf(path)
  return hashPrefixes.some((prefix) => digest.startsWith(prefix))
}

/** A role's targets as this delegator means it: another may give the same name to other keys. */
async function delegatedTargets(
  repository: Repository,
  { root, snapshot, delegated }: Trusted,
  { delegation, delegator }: Step,
): Promise<Targets> {
  const before = delegated.get(delegation)
  if (before) return before
  const targets = await updateTargets(repository, root, snapshot, delegation.name, delegator.keys, delegation)
  delegated.set(delegation, targets)
  return targets
}

/** All that a repository offers. */
export interface Offer {
  targets: Map<string, Target>
  /** Delegated roles that could not be had, each with its issue: what they offer is not known. */
  unknown: { delegation: Delegation; issue: Issue }[]
}

/** Every target that a search would find. What one role does wrong leaves the others' targets found. */
export async function findAllTargets(repository: Repository, trusted: Trusted): Promise<Offer> {
  const offer: Offer = { targets: new Map(), unknown: [] }
  const paths = new Set(trusted.targets.targets.keys())
  const delegators = [trusted.targets]
  const seen = new Set<string>()
  for (let delegator = delegators.pop(); delegator; delegator = delegators.pop())
    for (const delegation of delegator.delegations) {
      // Who has not published yet offers nothing.
      if (!trusted.snapshot.files.has(`${delegation.name}.json`)) continue
      if (seen.has(delegation.name) || seen.size === mostRoles) continue
      seen.add(delegation.name)
      const step = { delegation, delegator }
      const targets = await settle(() => delegatedTargets(repository, trusted, step))
      if (!targets.ok) offer.unknown.push({ delegation, issue: targets.issues[0] })
      else {
        delegators.push(targets.value)
        for (const path of targets.value.targets.keys()) paths.add(path)
      }
    }
  for (const path of paths) {
    const found = await findTarget(repository, trusted, path)
    if (found.ok && found.value) offer.targets.set(path, found.value)
  }
  return offer
}

/** A target's bytes, which are what its description says. */
export function readTarget(
  repository: Repository,
  { root }: Pick<Trusted, 'root'>,
  path: string,
  target: Target,
): Promise<Result<Uint8Array>> {
  return settle(async () => {
    const hash = target.hashes.get('sha256') ?? target.hashes.get('sha512')
    if (!hash) refuse('feed-malformed', path, 'has no hash by sha256 or sha512')
    const file = targetPath(root, path, hash)
    const data = await needFile(repository, file, target.length)
    await fit(data, target, file)
    return data
  })
}
