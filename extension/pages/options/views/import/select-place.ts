import type { Place } from '../../../../../src/order/reading/places.ts'

/** Selects a place in a text field, and brings it into view. */
export function selectPlace(field: HTMLTextAreaElement, place: Place): void {
  const offset = offsetIn(field.value, place)
  // A text field scrolls when it gets the focus, and not while it has it; Chromium to its caret, not to a selection.
  field.focus()
  field.setSelectionRange(offset, offset)
  field.blur()
  field.focus()
  field.setSelectionRange(offset, offset + place.length)
  field.scrollIntoView({ block: 'center' })
}

/** The offset of a line and column in a text, which may have been changed since they were found. */
function offsetIn(text: string, { line, column }: Place): number {
  let start = 0
  for (let at = 1; at < line; at++) start = text.indexOf('\n', start) + 1 || text.length
  const end = text.indexOf('\n', start)
  return Math.min(start + column - 1, end === -1 ? text.length : end)
}
