import { failed, type Issue, type Result } from '../../../../../src/order/issue.ts'
import { isObject } from '../../../../../src/order/reading/reader.ts'
import { userSettings, type UserSettings } from '../../../../../src/policy/settings.ts'
import type { Choice } from '../../../../../src/standing/application.ts'
import type { Known, Writ } from '../../props.ts'

const format = 'writ-backup/1'

/** A person's own orders and choices, as a file holds them. */
export interface Backup {
  /** Texts of the documents that were added in this browser, to the letter. */
  orders: string[]
  settings: Partial<UserSettings>
  /** By order id. */
  choices: Record<string, Choice>
}

/** All that is this person's own: nothing that an administrator has set, nothing that was browsed. */
export async function backupOf({ orders, state }: Known, writ: Writ): Promise<Backup> {
  const { settings, locked, lockedChoices } = state.effective
  const own = orders.filter(({ record }) => record.provenance === 'user')
  const texts = await Promise.all(own.map(({ record }) => writ.documentOf(record)))
  const names = userSettings.filter((name) => !locked.includes(name))
  return {
    orders: texts.filter((text) => text !== undefined),
    settings: Object.fromEntries(names.map((name) => [name, settings[name]])),
    choices: Object.fromEntries(Object.entries(settings.choices).filter(([id]) => !lockedChoices.includes(id))),
  }
}

export function backupText(backup: Backup, at: string): string {
  return JSON.stringify({ format, at, ...backup }, null, 2)
}

const choices: readonly unknown[] = ['list', 'apply', 'apply-beyond-term'] satisfies Choice[]

/** A file that is to be restored. Orders and settings are checked where they are kept, as if they were new. */
export function readBackup(text: string): Result<Backup> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return failed([notBackup])
  }
  if (!isObject(value) || value['format'] !== format) return failed([notBackup])
  const { orders, settings, choices: chosen } = value
  const made = Object.entries(isObject(chosen) ? chosen : {}).filter(([, choice]) => choices.includes(choice))
  return {
    ok: true,
    value: {
      orders: Array.isArray(orders) ? orders.filter((one) => typeof one === 'string') : [],
      settings: isObject(settings) ? settings : {},
      choices: Object.fromEntries(made) as Backup['choices'],
    },
    warnings: [],
  }
}

const notBackup: Issue = {
  code: 'not-backup',
  path: '',
  message: 'is no backup of Writ: choose a file that was saved here',
}

/** Puts all of a backup back, and gives what was refused. What is here and not in it stays. */
export async function restore({ orders, settings, choices: chosen }: Backup, writ: Writ): Promise<readonly Issue[]> {
  const added = orders.length > 0 ? await writ.importOrders(orders) : undefined
  if (added && !added.ok) return added.issues
  const refused = await writ.save(settings)
  for (const [id, choice] of Object.entries(chosen)) await writ.choose(id, choice)
  return refused ?? []
}
