import { controlsInText } from '../controls.ts'
import type { LocalText } from '../order.ts'
import { isObject, join, kindOf, type Reader, type Report } from './reader.ts'

/** Longer than any sentence on a page needs. */
const long = 4000

/** Longer than a whole judgment. */
const longest = 500_000

/**
 * A text that people read. What word processors leave in it is mended: line ends of Windows, and the marks for left and
 * right (U+200E, U+200F), which show nothing.
 */
export function text(value: unknown, path: string, report: Report): string | undefined {
  if (typeof value !== 'string') return report.issue('not-a-string', path, `must be a string, not ${kindOf(value)}`)
  const mended = value.replaceAll(/\r\n?/g, '\n').replaceAll(/[\u200e\u200f]/g, '')
  if (mended.trim() === '') return report.issue('text-empty', path, 'must not be empty')
  if (mended.length > longest) return report.issue('text-length', path, `is longer than ${longest} characters`)
  if (mended.length > long)
    report.warning('text-long', path, `is longer than ${long} characters: pages show it folded, so quote what matters`)
  const control = controlsInText.exec(mended)
  if (!control) return mended
  const code = control[0].codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')
  const before = mended.slice(Math.max(0, control.index - 20), control.index)
  return report.issue(
    'text-control',
    path,
    `holds U+${code}, a control, bidirectional or zero-width character, at character ${control.index + 1}, after ${JSON.stringify(before)}: remove it`,
  )
}

export function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1
  } catch {
    return false
  }
}

/** A string in the document's `language`, or an object by language that has at least that one. */
export function localText(language: string): Reader<LocalText> {
  return (value, path, report) => {
    if (!isObject(value)) {
      const single = text(value, path, report)
      return single === undefined ? undefined : { [language]: single }
    }
    const texts = new Map<string, string>()
    for (const [tag, given] of Object.entries(value)) {
      if (!isLanguage(tag)) {
        report.issue('language', join(path, tag), 'is not a language tag such as "fr" or "pt-BR"')
        continue
      }
      const one = text(given, join(path, tag), report)
      if (one !== undefined) texts.set(tag, one)
    }
    if (!Object.hasOwn(value, language))
      return report.issue('text-language', path, `has no text in the document's own language, "${language}"`)
    return texts.has(language) ? Object.fromEntries(texts) : undefined
  }
}
