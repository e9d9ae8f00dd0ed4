import { expect, it, vi } from 'vitest'
import { mayBeListed } from '../../../extension/background/listed-names.ts'
import { database, type Database } from '../../../extension/store/database.ts'

vi.mock('../../../extension/store/database.ts', () => ({ database: vi.fn() }))

it('names that could not be read are read at the next navigation', async () => {
  const failing = { get: () => Promise.reject(new Error('the disk is full')) }
  const reading = { get: async () => undefined }
  vi.mocked(database).mockResolvedValueOnce(failing as unknown as Database)
  vi.mocked(database).mockResolvedValueOnce(reading as unknown as Database)
  await expect(mayBeListed('http://a.example/')).rejects.toThrow('the disk is full')
  expect(await mayBeListed('http://a.example/')).toBe(true)
})
