/**
 * Characters that are not seen, or change how the text around them is read: an escape, an override that turns `gpj.exe`
 * around, a zero-width space, half a character. They can make one order look like another. What may hold which differs:
 *
 *   tab, line feed       a text of several lines
 *   U+200C and U+200D    any text: Persian and Hindi words and emoji are joined by them
 *   every other one      nothing
 */

/** What a text of several lines may not hold. */
export const controlsInText = /(?![\t\n])[\p{Cc}\p{Bidi_Control}\p{Cs}\u200b\ufeff]/u

/** What a text of one line may not hold: a name, a reason. */
export const controlsInLine = /[\p{Cc}\p{Bidi_Control}\p{Cs}\u200b\ufeff]/u

/**
 * What a host may not hold, nor an address. Joiners are letters of some scripts: the URL standard writes them in punycode
 * where they belong and refuses them elsewhere. A soft hyphen is none: it drops it.
 */
export const controlsInHost = controlsInLine
