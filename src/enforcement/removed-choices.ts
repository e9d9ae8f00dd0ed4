import type { Choice } from '../standing/application.ts'

/**
 * The choices without those for removed orders, by id: "only list", chosen before a removal, would keep an order that
 * is added again from being applied, and nobody would be told. A choice stays while another order of the id is kept.
 */
export function withoutRemoved(
  choices: Record<string, Choice>,
  removed: readonly string[],
  kept: readonly string[],
): Record<string, Choice> {
  const gone = new Set(removed.filter((id) => !kept.includes(id)))
  return Object.fromEntries(Object.entries(choices).filter(([id]) => !gone.has(id)))
}
