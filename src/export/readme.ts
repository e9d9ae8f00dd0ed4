import { instantText, orderLines } from './comments.ts'
import type { Exported } from './form.ts'
import type { FormName } from './forms.ts'
import type { InForce } from './in-force.ts'
import { filesHeading } from './listed-files.ts'

interface ReadmeFacts {
  form: FormName
  inForce: readonly InForce[]
  left: readonly string[]
  /** Epoch ms. */
  at: number
  exported: Exported
}

/** The README beside a form's files: of which orders it is, how it is used, what it cannot say, and until when it is right. */
export function readme({ form, inForce, left, at, exported }: ReadmeFacts): string {
  const changes = inForce.flatMap((one) => one.changes ?? [])
  const next = changes.length > 0 ? Math.min(...changes) : undefined
  const sections = [
    section(`Court orders for ${form}, as of ${instantText(at)}`, [
      ...orderLines(inForce),
      ...(inForce.length === 0 ? ['No order is in force then: nothing is blocked.'] : []),
      ...left.map((id) => `not in force then, and not in it: ${id}`),
    ]),
    section('Until when it is right', [
      next === undefined
        ? 'As far as the documents say, nothing changes. Export again whenever a document does.'
        : `Something changes at ${instantText(next)}: export again then, and whenever a document changes. A daily timer does both.`,
    ]),
    section('Use', exported.use),
    section('What it does not say', exported.notes),
    section(
      filesHeading,
      exported.files.map(({ name }) => name),
    ),
  ]
  return sections.filter((text) => text !== '').join('\n')
}

function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `${title}\n${'-'.repeat(title.length)}\n${lines.map((line) => `${line}\n`).join('')}`
}
