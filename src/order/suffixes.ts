/**
 * The names under which an entry could cover `host`: itself and each parent of at least two labels, longest first.
 * Labels are compared, not letters:
 *
 *   www.dpstream.tv           www.dpstream.tv, dpstream.tv
 *   notdpstream.tv            notdpstream.tv
 *   dpstream.tv.example.com   dpstream.tv.example.com, tv.example.com, example.com
 *
 * A single label is never asked for: no order may list a top-level domain.
 */
export function suffixesOf(host: string): string[] {
  const names: string[] = []
  let from = 0
  for (;;) {
    const dot = host.indexOf('.', from)
    if (dot < 0) return names
    names.push(host.slice(from))
    from = dot + 1
  }
}

/** Whether `name` is one of `names` or lies below one. */
export function liesIn(name: string, names: ReadonlySet<string>): boolean {
  return suffixesOf(name).some((suffix) => names.has(suffix))
}
