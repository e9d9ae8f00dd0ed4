/** A slow second opinion on host names: label by label, with a suffix list of its own for the endings that are drawn. */

/** Suffixes under which registries let names, and those that others keep below a registered name. */
const registries = ['com', 'uk', 'co.uk', 'io', 'tv', 'ck', '*.ck', 'example']
const private_ = ['github.io', 's3.amazonaws.com']
const exceptions = ['www.ck']

export const endings = ['com', 'co.uk', 'github.io', 's3.amazonaws.com', 'tv', 'x.ck', 'www.ck', 'example']

/** The longest of these suffixes that the name ends in, as a count of labels. */
function suffixLabels(labels: readonly string[], suffixes: readonly string[]): number {
  for (let from = 0; from < labels.length; from++) {
    const rest = labels.slice(from)
    if (exceptions.includes(rest.join('.'))) return rest.length - 1
    if (suffixes.includes(rest.join('.')) || suffixes.includes(['*', ...rest.slice(1)].join('.'))) return rest.length
  }
  return 1
}

/** The name as it may be a target, for names whose ending is one of `endings`; undefined for what none can be. */
export function slowHost(input: string): string | undefined {
  for (const character of input) if (' \t\n,;/\\?#@*|^:'.includes(character)) return undefined
  let host: string
  try {
    host = new URL(`http://${input}/`).hostname
  } catch {
    return undefined
  }
  const labels = host.split('.')
  if (labels.at(-1) === '') labels.pop()
  if (labels.join('.').length > 253 || labels.length < 2) return undefined
  // An IP address, as the URL standard has it.
  if (/^\d+$/.test(labels.at(-1)!)) return undefined
  for (const label of labels) {
    if (label.length < 1 || label.length > 63) return undefined
    for (const letter of label) if (!'abcdefghijklmnopqrstuvwxyz0123456789-_'.includes(letter)) return undefined
  }
  if (suffixLabels(labels, [...registries, ...private_]) >= labels.length) return undefined
  const registered = labels.at(-1 - suffixLabels(labels, registries))!
  if (registered.includes('_') || registered.startsWith('-') || registered.endsWith('-')) return undefined
  return labels.join('.')
}

/** Whether `host` is `name` or lies below it, compared from the right, a label at a time. */
export function isOrLiesBelow(host: string, name: string): boolean {
  const asked = host.split('.').toReversed()
  return name
    .split('.')
    .toReversed()
    .every((label, at) => asked[at] === label)
}
