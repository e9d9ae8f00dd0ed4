import { isObject } from '../../order/reading/reader.ts'
import { extensionSettingsIssues, isRefusedFor } from './extension-settings.ts'
import { chromiumShapes, firefoxShapes, misshapen } from './known-policies.ts'
import { asObject, extensionsKey } from './managed-settings.ts'
import type { PolicyFile } from './policy-file.ts'

type Policies = Record<string, unknown>

/** The policies that the files of one place bring about in their browser, in the order in which it takes them. */
export function effectivePolicies(files: readonly PolicyFile[]): Policies {
  const [first] = files
  if (!first || first.kind === 'admin-console') return {}
  const { kind } = first
  const shapes = kind === 'firefox' ? firefoxShapes : chromiumShapes
  const given = inOrder(files).map(({ policies }) => fitting(policies, shapes, kind))
  const joined = joinedPolicies(given)
  const settings = kind === 'firefox' ? asObject(joined['ExtensionSettings']) : joined['ExtensionSettings']
  if (isObject(settings)) joined['ExtensionSettings'] = taken(settings, kind)
  return { ...joined, '3rdparty': { [extensionsKey[kind]]: joinedExtensions(given, extensionsKey[kind]) } }
}

/** Files in the order in which Chromium reads them: by name, capitals first. */
export function inOrder<File extends { path: string }>(files: readonly File[]): File[] {
  return files.toSorted((a, b) => (a.path < b.path ? -1 : 1))
}

/** A value of the wrong form is as good as none. */
function fitting(policies: Policies, shapes: typeof chromiumShapes, kind: 'chromium' | 'firefox'): Policies {
  return Object.fromEntries(
    Object.entries(policies).filter(
      ([name, value]) => !Object.hasOwn(shapes, name) || misshapen(value, shapes[name]!, kind) === undefined,
    ),
  )
}

/**
 * Joins files: the last in the alphabet holds where several have a policy; those that the two merge lists name are joined, and of an entry
 * that several have the first holds (measured in Chromium 156 with two files).
 */
function joinedPolicies(given: readonly Policies[]): Policies {
  const joined: Policies = Object.assign({}, ...given)
  for (const name of Object.keys(joined)) {
    const values = given.filter((policies) => Object.hasOwn(policies, name)).map((policies) => policies[name])
    if (values.length > 1 && isMerged(name, joined))
      joined[name] = values.every(Array.isArray)
        ? [...new Set(values.toReversed().flat())]
        : Object.assign({}, ...values.toReversed())
  }
  return joined
}

/** Whether the policies say that this one is joined rather than replaced. */
export function isMerged(name: string, policies: Policies): boolean {
  const lists = [policies['PolicyDictionaryMultipleSourceMergeList'], policies['PolicyListMultipleSourceMergeList']]
  return lists.some((list) => Array.isArray(list) && (list.includes(name) || list.includes('*')))
}

/** Extensions' settings are joined by extension and key: the last file holds. */
function joinedExtensions(given: readonly Policies[], key: string): Policies {
  const joined: Record<string, Policies> = {}
  for (const { '3rdparty': thirdParty } of given) {
    const extensions = isObject(thirdParty) && isObject(thirdParty[key]) ? thirdParty[key] : {}
    for (const [id, settings] of Object.entries(extensions))
      if (isObject(settings)) joined[id] = { ...joined[id], ...settings }
  }
  return joined
}

/** One bad value makes Chromium refuse `ExtensionSettings` whole, and Firefox the entry in which it stands. */
function taken(settings: Policies, kind: 'chromium' | 'firefox'): Policies {
  const refused = extensionSettingsIssues(settings, kind).filter(isRefusedFor(kind))
  if (kind === 'chromium') return refused.length > 0 ? {} : settings
  return Object.fromEntries(Object.entries(settings).filter(([id]) => !refused.some(({ path }) => path.includes(id))))
}
