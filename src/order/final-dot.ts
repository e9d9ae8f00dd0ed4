/** A host without the dot that may end it: `a.tv.` is `a.tv`, asked for from the root. */
export function withoutFinalDot(host: string): string {
  return host.endsWith('.') ? host.slice(0, -1) : host
}
