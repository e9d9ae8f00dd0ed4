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

/** Whether a label of the name has letters of several scripts that look alike; whole labels may each be in their own. */
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
