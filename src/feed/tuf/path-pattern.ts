/**
 * Whether a path fits a pattern: `*` is any number of characters and `?` is one, neither of them a slash. Case counts.
 *
 *   orders/a/*    orders/a/x.json.gz    yes
 *   orders/*      orders/a/x.json.gz    no
 *
 * Walked by hand: as a regular expression, a publisher's pattern could take for ever.
 */
export function isMatch(path: string, pattern: string): boolean {
  const [names, patterns] = [path.split('/'), pattern.split('/')]
  return names.length === patterns.length && names.every((name, at) => fits(name, patterns[at]!))
}

function fits(name: string, pattern: string): boolean {
  let [at, place] = [0, 0]
  // Where the last star stands, and how much of the name it has not taken yet.
  let [star, rest] = [-1, 0]
  while (at < name.length) {
    if (pattern[place] === '*') {
      star = place++
      rest = at
    } else if (pattern[place] === '?' || pattern[place] === name[at]) {
      at++
      place++
    } else if (star >= 0) {
      place = star + 1
      at = ++rest
    } else return false
  }
  return /^\**$/.test(pattern.slice(place))
}
