/**
 * Letters of other scripts that look like Latin ones, as people type them by mistake for these, or deceive by them.
 *
 *   alco-grands.сom   alco-grands.com: the first letter of the last label was Cyrillic
 */
const latin: Readonly<Record<string, string>> = {
  а: 'a',
  в: 'b',
  с: 'c',
  ԁ: 'd',
  е: 'e',
  һ: 'h',
  н: 'h',
  і: 'i',
  ї: 'i',
  ј: 'j',
  к: 'k',
  м: 'm',
  о: 'o',
  р: 'p',
  ԛ: 'q',
  ѕ: 's',
  т: 't',
  ѵ: 'v',
  ԝ: 'w',
  х: 'x',
  у: 'y',
  α: 'a',
  ε: 'e',
  ι: 'i',
  κ: 'k',
  ν: 'v',
  ο: 'o',
  ρ: 'p',
  τ: 't',
  υ: 'u',
  χ: 'x',
}

/** Scripts whose letters are taken for each other's. Japanese names mix three, which nobody confuses. */
const scripts = [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u, /\p{Script=Armenian}/u]

/** Tells whether a label of the name has letters of several scripts that look alike; whole labels may each be in their own. */
export function isMixedScript(name: string): boolean {
  return name.split('.').some((label) => scripts.filter((script) => script.test(label)).length > 1)
}

/** The name with Latin letters for those that look like them; undefined where some have no such letter. */
export function latinReading(name: string): string | undefined {
  const labels = name.toLowerCase().split('.')
  const read = labels.map((label) =>
    isMixedScript(label) ? [...label].map((one) => latin[one] ?? one).join('') : label,
  )
  return read.some((label, at) => label !== labels[at] && /[^\u0000-\u007f]/.test(label)) ? undefined : read.join('.')
}

/** Dashes that are read as a hyphen: `a–b.tv`, with an en dash, is another name than `a-b.tv`. */
const dashes = /[\u2010-\u2015\u2212\ufe58\uff0d]/g

/** Tells whether a name has a dash that is no hyphen. */
export function hasDash(name: string): boolean {
  return name.search(dashes) >= 0
}

/**
 * The name that people read who do not look letter by letter: Latin letters and hyphens for what looks like them. It is the
 * name itself where nothing does.
 */
export function readName(name: string): string {
  return [...name.toLowerCase()]
    .map((one) => latin[one] ?? one)
    .join('')
    .replaceAll(dashes, '-')
}
