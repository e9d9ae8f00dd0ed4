/**
 * Characters that are not seen, or change how the text around them is read: an escape, an override that turns `gpj.exe`
 * around, a zero-width space, half a character. They can make one order look like another. What may hold which differs:
 *
 *   tab, line feed       a text of several lines
 *   U+200C and U+200D    any text: Persian and Hindi words and emoji are joined by them
 *   every other one      nothing
 */

/** Characters that a text of several lines may not hold. */
export const controlsInText = /(?![\t\n])[\p{Cc}\p{Bidi_Control}\p{Cs}\u200b\ufeff]/u

/** Characters that a text of one line may not hold: a name, a reason. */
export const controlsInLine = /[\p{Cc}\p{Bidi_Control}\p{Cs}\u200b\ufeff]/u

/**
 * Characters that neither a host may hold nor an address, which has joiners as `%E2%80%8C`. A soft hyphen is allowed:
 * the URL parser drops it.
 */
export const controlsInHost = controlsInLine
