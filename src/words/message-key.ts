import type english from '../../public/_locales/en/messages.json'

/** The key of a message, as English has them; a test holds the other languages to the same keys. */
export type MessageKey = keyof typeof english

/** The key that `count` takes: `names` where there are `namesOne` and `namesOther`. */
export type CountKey = Before<'One', MessageKey> & Before<'Other', MessageKey>

/** The values that messages of a kind name: 'in-force' for `status_in_force`. */
export type Named<Kind extends string> = Dashed<After<`${Kind}_`, MessageKey>>

/** The key that names a value, for `count`: 'tally', 'in-force' -> tally_in_force. */
export function keyOf<Kind extends string, Value extends string>(kind: Kind, value: Value): Key<Kind, Value> {
  return `${kind}_${value.replaceAll('-', '_')}` as Key<Kind, Value>
}

type Key<Kind extends string, Value extends string> = `${Kind}_${Underscored<Value>}`
type Before<End extends string, Text> = Text extends `${infer Start}${End}` ? Start : never
type After<Start extends string, Text> = Text extends `${Start}${infer End}` ? End : never
type Dashed<Text> = Text extends `${infer Head}_${infer Rest}` ? `${Head}-${Dashed<Rest>}` : Text
type Underscored<Text extends string> = Text extends `${infer Head}-${infer Rest}`
  ? `${Head}_${Underscored<Rest>}`
  : Text
