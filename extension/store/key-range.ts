/** Every key that is an array beginning with `first`: `[first, 0]`, `[first, 1]` ... An array sorts after every number. */
export function keysBeginningWith(first: string): IDBKeyRange {
  return IDBKeyRange.bound([first], [first, []])
}
