/** Why a managed value cannot be used. */
export interface Refusal {
  refused: string
}

/** `true`, and what registries and consoles write for it. */
export function booleanValue(value: unknown): boolean | Refusal {
  if (value === true || value === 1 || value === 'true' || value === '1') return true
  if (value === false || value === 0 || value === 'false' || value === '0') return false
  return { refused: 'must be true or false' }
}

export function choice<const Value extends string>(...values: Value[]): (value: unknown) => Value | Refusal {
  return (value) =>
    values.includes(value as Value)
      ? (value as Value)
      : { refused: `must be one of ${values.map((one) => `"${one}"`).join(', ')}` }
}

export function text(value: unknown): string | Refusal {
  if (typeof value !== 'string') return { refused: 'must be a text' }
  if (value.length > 500) return { refused: 'is longer than 500 characters' }
  // Controls and bidirectional controls would change how the page around the text reads.
  return /[\u0000-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/.test(value)
    ? { refused: 'holds a control character' }
    : value
}

export function webAddress(value: unknown): string | Refusal {
  const written = text(value)
  if (typeof written !== 'string') return written
  return URL.canParse(written) && new URL(written).protocol === 'https:'
    ? written
    : { refused: 'must be an https address' }
}

/** A list, or the JSON text of one, as the Windows registry holds it. */
export function entriesOf(value: unknown): unknown[] | Refusal {
  const given = fromJson(value)
  if (Array.isArray(given)) return given
  // A single order document where a list was meant.
  return typeof given === 'object' && given !== null ? [given] : { refused: 'must be a list' }
}

/** An object, or the JSON text of one, each of whose values `read` takes. */
export function record<Value>(
  read: (value: unknown) => Value | Refusal,
): (value: unknown) => Record<string, Value> | Refusal {
  return (value) => {
    const given = fromJson(value)
    if (typeof given !== 'object' || given === null || Array.isArray(given)) return { refused: 'must be an object' }
    const entries: [string, Value][] = []
    for (const [key, entry] of Object.entries(given)) {
      const one = read(entry)
      if (typeof one === 'object' && one !== null && 'refused' in one) return { refused: `${key} ${one.refused}` }
      entries.push([key, one as Value])
    }
    return Object.fromEntries(entries)
  }
}

function fromJson(value: unknown): unknown {
  if (typeof value !== 'string') return value
  try {
    return JSON.parse(value)
  } catch {
    return value
  }
}
