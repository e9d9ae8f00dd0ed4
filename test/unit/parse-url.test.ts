import { expect, it } from 'vitest'
import { parseUrl } from '../../src/parse-url.ts'

it('an address is read the thousandth time as the first, whatever its letters', () => {
  const address = Buffer.from('http://é.example/').toString()
  const hosts = new Set(Array.from({ length: 20_000 }, () => parseUrl(address)?.hostname))
  expect([...hosts]).toEqual(['xn--9ca.example'])
})

it('what is no address is none', () => {
  for (const text of ['', 'a.tv', 'http://', 'http://a b/']) expect(parseUrl(text)).toBeUndefined()
  expect(parseUrl('/films', 'https://a.tv/x')?.href).toBe('https://a.tv/films')
})
