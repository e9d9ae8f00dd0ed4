import { describe, expect, it } from 'vitest'
import { messagesOf } from '../../harness/locales.mjs'
import { pseudoLocale } from '../../harness/pseudo-locale.mjs'

const english = messagesOf('en')
const long = pseudoLocale(english, { language: 'en' })

describe('the pseudo-locale', () => {
  it('keeps keys and parts, and makes every text half as long again', () => {
    expect(Object.keys(long)).toEqual(Object.keys(english))
    for (const [key, { message }] of Object.entries(english)) {
      if (['language', 'direction', 'colon', 'labelled'].includes(key)) continue
      expect(long[key]!.message.match(/\$\d/g)).toEqual(message.match(/\$\d/g))
      expect(long[key]!.message.length).toBeGreaterThanOrEqual(1.5 * message.length)
    }
  })

  it('can be read', () => expect(long['copied']!.message).toBe('[Çópíéđ ŕé]'))

  it('takes a language’s place, turned around for right to left', () => {
    const turned = pseudoLocale(english, { language: 'ar', rightToLeft: true })
    expect(turned['language']!.message).toBe('ar')
    expect(turned['direction']!.message).toBe('rtl')
    expect(turned['namesOther']!.message).toBe('\u202e[\u202c$1 \u202eñáméš\u202c \u202eŕéá]\u202c')
  })
})
