/**
 * The names under which an entry could cover `host`: itself and each parent of at least two labels, longest first.
 * Labels are compared, not letters:
 *
 *   www.dpstream.tv           www.dpstream.tv, dpstream.tv
 *   notdpstream.tv            notdpstream.tv
 *   dpstream.tv.example.com   dpstream.tv.example.com, tv.example.com, example.com
 *
 * A single label is never asked for: no order may list a top-level domain. What is no name of the DNS lies under none: any
 * page can open an address with a host of a million labels, and all its endings would take minutes to look up.
 */
export function suffixesOf(host: string): string[] {
  if (host.length > longestHost) return []
  const names: string[] = []
  let from = 0
  for (;;) {
    const dot = host.indexOf('.', from)
    if (dot < 0) return names.length < mostLabels ? names : []
    names.push(host.slice(from))
    from = dot + 1
  }
}

/** Characters of a name, without the final dot (RFC 1035, 2.3.4: 255 octets with the length of each label). */
export const longestHost = 253

/** Labels of so many characters, of which none is empty; browsers open hosts with empty ones. */
const mostLabels = 127

/** Whether `name` is one of `names` or lies below one. */
export function liesIn(name: string, names: ReadonlySet<string>): boolean {
  return suffixesOf(name).some((suffix) => names.has(suffix))
}
