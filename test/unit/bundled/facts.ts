/** A fact of a bundled document: where it stands there, what it is, and how it is known. */
export interface Fact {
  /** `decisions[0].date`; what lies below it is part of the fact, unless another one is nearer. */
  path: string
  /** As the document has it: of a text the English one, and without addresses. */
  value: unknown
  /** Where it was read. */
  source?: string
  /** Inferred, or read in part: the document says so itself. */
  unsure?: true
}

type Value = Record<string, unknown>

/** Keys that say nothing of the case: what the document is, and where it was read. */
const noFacts = new Set(['format', 'id', 'version', 'language', 'title', 'timeZone', 'sources', 'unsure'])
const addresses = new Set(['url', 'source'])

/** What is wrong between a document and what is known: facts that differ, and those that nothing proves. */
export function unproven(document: Value, facts: readonly Fact[]): string[] {
  const doubted = new Set((document['unsure'] as { path: string }[]).map(({ path }) => path))
  const listed = addressesIn(document)
  const differing = facts.filter(({ path, value }) => same(at(document, path)) !== same(value))
  const sure = facts.filter(({ unsure }) => !unsure)
  return [
    ...differing.map(({ path }) => `${path}: is not what is known`),
    ...leaves(document)
      .filter((leaf) => !facts.some(({ path }) => isWithin(leaf, path)))
      .map((path) => `${path}: is in no fact`),
    ...sure.filter(({ source }) => source === undefined).map(({ path }) => `${path}: is sure without a source`),
    ...sure
      .filter(({ source }) => source !== undefined && !listed.has(source))
      .map(({ path }) => `${path}: has a source that the document does not name`),
    ...sure.filter(({ path }) => doubted.has(path)).map(({ path }) => `${path}: is doubted in the document`),
    ...facts
      .filter(({ path, unsure }) => unsure && !doubted.has(path))
      .map(({ path }) => `${path}: is not marked as unsure in the document`),
    ...[...doubted].filter((path) => !facts.some((fact) => fact.path === path)).map((path) => `${path}: is in no fact`),
  ]
}

/** Every text of a document by its path: an object by language. */
export function textsOf(document: Value): [path: string, text: Record<string, string>][] {
  return [...visit(document, '')].flatMap(([path, value]) =>
    isText(value) ? [[path, value] as [string, Record<string, string>]] : [],
  )
}

function leaves(document: Value): string[] {
  return [...visit(document, '')]
    .map(([path]) => path)
    .filter((path) => !noFacts.has(/^\w+/.exec(path)![0]) && !addresses.has(path.split('.').at(-1)!))
}

/** Single values and texts, each with its path. */
function* visit(value: unknown, path: string): Generator<[string, unknown]> {
  if (typeof value !== 'object' || value === null || isText(value)) yield [path, value]
  else if (Array.isArray(value)) for (const [index, one] of value.entries()) yield* visit(one, `${path}[${index}]`)
  else for (const [key, one] of Object.entries(value)) yield* visit(one, path === '' ? key : `${path}.${key}`)
}

function isText(value: unknown): value is Record<string, string> {
  return typeof value === 'object' && value !== null && Object.keys(value).every((key) => /^[a-z]{2}$/.test(key))
}

function at(document: Value, path: string): unknown {
  return path
    .split(/[.[\]]+/)
    .filter((step) => step !== '')
    .reduce<unknown>((value, step) => (value as Value | undefined)?.[step], document)
}

/** A value as it can be compared, in English and without addresses. */
function same(value: unknown): string {
  return JSON.stringify(value, (key, part: unknown) =>
    addresses.has(key) ? undefined : isText(part) && 'en' in part ? part['en'] : part,
  )
}

function isWithin(leaf: string, path: string): boolean {
  return leaf === path || (leaf.startsWith(path) && /^[.[]/.test(leaf.slice(path.length)))
}

function addressesIn(document: Value): Set<string> {
  const all = [...visit(document, '')].filter(([path]) => addresses.has(path.split('.').at(-1)!))
  return new Set(all.map(([, value]) => String(value)))
}
