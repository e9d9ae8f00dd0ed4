import invalid from '../../../fixtures/orders/invalid.json' with { type: 'json' }
import minimal from '../../../fixtures/orders/minimal.json' with { type: 'json' }
import { expanded } from '../../deployment/expanded.ts'

/** Values by their paths in a document (`decisions[0].date`); `drop` lists the paths that are left out. */
type Changes = { drop?: string[] } & Record<string, unknown>

type Row = [name: string, changes: Changes, ...issues: [code: string, path: string][]]

/** Documents that are not taken: `minimal.json` with the changes of each row of `invalid.json`, and the issues they have. */
export const refusedDocuments = (invalid as unknown as Row[]).map(([name, changes, ...issues]) => ({
  name,
  document: changed(changes),
  issues: issues.map(([code, path]) => ({ code, path })),
}))

function changed({ drop = [], ...values }: Changes): Record<string, unknown> {
  const document: Record<string, unknown> = structuredClone(minimal)
  for (const [path, value] of Object.entries(values)) {
    const { parent, key } = placeOf(document, path)
    parent[key] = expanded(value)
  }
  for (const path of drop) {
    const { parent, key } = placeOf(document, path)
    delete parent[key]
  }
  return document
}

function placeOf(document: Record<string, unknown>, path: string): { parent: Record<string, unknown>; key: string } {
  const keys = path.split(/[.[\]]+/).filter((key) => key !== '')
  const key = keys.pop()!
  const parent = keys.reduce((value, name) => value[name] as Record<string, unknown>, document)
  return { parent, key }
}
