import type { ComponentChildren } from 'preact'

/** The weight of a state: applied, applied beyond the term, at rest. */
export type Tone = 'applied' | 'beyond-term' | 'at-rest'

export function toneOf({ applied, beyondTerm }: { applied: boolean; beyondTerm: boolean }): Tone {
  if (beyondTerm) return 'beyond-term'
  return applied ? 'applied' : 'at-rest'
}

/** The state in a word. Its mark (full, half, empty) says the tone without a colour. */
export function Badge({ tone, children }: { tone: Tone; children: ComponentChildren }) {
  return <span class={`badge ${tone}`}>{children}</span>
}
