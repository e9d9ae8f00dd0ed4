import type { ComponentChildren } from 'preact'
import type { Status } from '../../../src/order/status.ts'

/** How much a state asks of a reader: enforced, enforced by choice, at rest. */
export type Tone = 'applied' | 'by-choice' | 'at-rest'

export function toneOf({ applied, byChoice }: { applied: boolean; byChoice: boolean; status?: Status }): Tone {
  if (byChoice) return 'by-choice'
  return applied ? 'applied' : 'at-rest'
}

export function Badge({ tone, children }: { tone: Tone; children: ComponentChildren }) {
  return <span class={`badge ${tone}`}>{children}</span>
}
