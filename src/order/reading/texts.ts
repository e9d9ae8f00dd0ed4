import { controlsInText } from '../controls.ts'
import type { LocalText } from '../order.ts'
import { isObject, join, kindOf, type Reader, type Report } from './reader.ts'

/** Pages show texts whole, so their length is capped. */
const longest = 4000

/** A text that people read. */
export function text(value: unknown, path: string, report: Report): string | undefined {
  if (typeof value !== 'string') return report.issue('not-a-string', path, `must be a string, not ${kindOf(value)}`)
  if (value.trim() === '') return report.issue('text-empty', path, 'must not be empty')
  if (value.length > longest) return report.issue('text-length', path, `is longer than ${longest} characters`)
  if (controlsInText.test(value))
    return report.issue('text-control', path, 'holds a control, bidirectional or zero-width character: remove it')
  return value
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
