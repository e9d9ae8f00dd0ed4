/** A string of Lua. A document's words stand in it: nothing of them ends it, or its line. */
export function luaString(text: string): string {
  return `"${text.replaceAll(/["\\]/g, String.raw`\$&`).replaceAll(/\p{Cc}/gu, ' ')}"`
}
