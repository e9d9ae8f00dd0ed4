/** A name for a file, of a text: `fr-tribunal-de-grande-instance-de-paris`. Letters of other scripts stand as their numbers. */
export function slugOf(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/[^a-z0-9-]/gu, (letter) => letter.codePointAt(0)!.toString(36))
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60)
    .replace(/-+$/, '')
}
