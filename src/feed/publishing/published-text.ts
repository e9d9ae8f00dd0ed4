/**
 * A document's text as it is published: what it holds, unchanged, with one target a line, so that a delta names those that
 * changed and no others.
 */
export function publishedText(document: unknown): string {
  return `${written(document, '')}\n`
}

function written(value: unknown, indent: string): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const inner = `${indent} `
  const parts = Array.isArray(value)
    ? value.map((item) => written(item, inner))
    : Object.entries(value).map(
        ([key, item]) => `${JSON.stringify(key)}: ${key === 'targets' ? targets(item, inner) : written(item, inner)}`,
      )
  const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}']
  return parts.length === 0
    ? `${open}${close}`
    : `${open}\n${parts.map((part) => inner + part).join(',\n')}\n${indent}${close}`
}

function targets(value: unknown, indent: string): string {
  if (!Array.isArray(value) || value.length === 0) return written(value, indent)
  return `[\n${value.map((target) => `${indent} ${JSON.stringify(target)}`).join(',\n')}\n${indent}]`
}
