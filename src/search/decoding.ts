/** Bing: `a1` and base64url without padding; advertisements without the `a1`, percent-encoded once more. */
export function base64Address(value: string | null): string | undefined {
  if (!value) return undefined
  try {
    const encoded = value.replace(/^a1/, '').replaceAll('-', '+').replaceAll('_', '/')
    const bytes = Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0))
    return decoded(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}

/** Percent-decoded, where that is still needed. */
export function decoded(text: string | undefined): string | undefined {
  if (text === undefined || /^https?:\/\//i.test(text)) return text
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
